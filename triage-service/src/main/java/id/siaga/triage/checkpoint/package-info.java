// SPDX-License-Identifier: Apache-2.0
/** What the records of all cases had come to on a day, under one signature. */
@NullMarked
package id.siaga.triage.checkpoint;

import org.jspecify.annotations.NullMarked;
