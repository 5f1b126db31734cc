// SPDX-License-Identifier: Apache-2.0
/** Running time limits that fire once each, whichever replica fires them. */
@NullMarked
package id.siaga.triage.clock;

import org.jspecify.annotations.NullMarked;
