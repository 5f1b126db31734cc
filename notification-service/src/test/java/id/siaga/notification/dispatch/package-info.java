// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.notification.dispatch;

import org.jspecify.annotations.NullMarked;
