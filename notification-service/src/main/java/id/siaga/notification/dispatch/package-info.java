// SPDX-License-Identifier: Apache-2.0
/** The loop that claims what is due, calls endpoints, and hands over what came of it. */
@NullMarked
package id.siaga.notification.dispatch;

import org.jspecify.annotations.NullMarked;
