// SPDX-License-Identifier: Apache-2.0
/** Sends again what did not arrive, or what is wanted once more, and calls off what is not wanted. */
@NullMarked
package id.siaga.notification.recovery;

import org.jspecify.annotations.NullMarked;
