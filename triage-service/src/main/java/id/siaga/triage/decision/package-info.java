// SPDX-License-Identifier: Apache-2.0
/** Decisions: proposed by one person, approved by another. */
@NullMarked
package id.siaga.triage.decision;

import org.jspecify.annotations.NullMarked;
