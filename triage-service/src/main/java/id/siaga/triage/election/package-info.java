// SPDX-License-Identifier: Apache-2.0
/** When and where an election is going on. */
@NullMarked
package id.siaga.triage.election;

import org.jspecify.annotations.NullMarked;
