// SPDX-License-Identifier: Apache-2.0
/** The competence register: which authority may have what ordered away, under which article, from when to when. */
@NullMarked
package id.siaga.triage.decision.competence;

import org.jspecify.annotations.NullMarked;
