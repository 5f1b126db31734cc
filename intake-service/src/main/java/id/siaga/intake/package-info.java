// SPDX-License-Identifier: Apache-2.0
/** Intake: takes reports, checks them, answers at once, and lets each reporter follow its own. */
@NullMarked
package id.siaga.intake;

import org.jspecify.annotations.NullMarked;
