// SPDX-License-Identifier: Apache-2.0
/** Who is on duty at the desk, round the clock. */
@NullMarked
package id.siaga.triage.roster;

import org.jspecify.annotations.NullMarked;
