// SPDX-License-Identifier: Apache-2.0
/** How long clocks run, as operators have set it. */
@NullMarked
package id.siaga.triage.clock.policy;

import org.jspecify.annotations.NullMarked;
