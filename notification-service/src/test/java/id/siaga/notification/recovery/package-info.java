// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.notification.recovery;

import org.jspecify.annotations.NullMarked;
