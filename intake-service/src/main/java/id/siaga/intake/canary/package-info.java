// SPDX-License-Identifier: Apache-2.0
/** A synthetic event that takes an order's way through the suite every minute, so that it is known whether orders would. */
@NullMarked
package id.siaga.intake.canary;

import org.jspecify.annotations.NullMarked;
