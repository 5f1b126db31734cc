// SPDX-License-Identifier: Apache-2.0
/** What somebody at the desk has to look at. */
@NullMarked
package id.siaga.triage.task;

import org.jspecify.annotations.NullMarked;
