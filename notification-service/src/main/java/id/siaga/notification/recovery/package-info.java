// SPDX-License-Identifier: Apache-2.0
/** Plays a scripted series against an endpoint and says what its receiver did right and wrong. */
@NullMarked
package id.siaga.notification.recovery;

import org.jspecify.annotations.NullMarked;
