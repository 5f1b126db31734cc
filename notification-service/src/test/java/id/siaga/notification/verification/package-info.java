// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.notification.verification;

import org.jspecify.annotations.NullMarked;
