// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.notification.retention;

import org.jspecify.annotations.NullMarked;
