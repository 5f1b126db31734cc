// SPDX-License-Identifier: Apache-2.0
/** What a platform owes besides what an order says. */
@NullMarked
package id.siaga.triage.escalation.obligation;

import org.jspecify.annotations.NullMarked;
