// SPDX-License-Identifier: Apache-2.0
/** What follows when a platform has not acted in time: the ladder, its letters, and what they impose. */
@NullMarked
package id.siaga.triage.escalation;

import org.jspecify.annotations.NullMarked;
