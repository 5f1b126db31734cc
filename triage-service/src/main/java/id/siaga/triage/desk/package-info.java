// SPDX-License-Identifier: Apache-2.0
/** What the desk reads: its queue and its cases. */
@NullMarked
package id.siaga.triage.desk;

import org.jspecify.annotations.NullMarked;
