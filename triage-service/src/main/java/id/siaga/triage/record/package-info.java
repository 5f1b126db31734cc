// SPDX-License-Identifier: Apache-2.0
/** The append-only, hash-chained record of each case. */
@NullMarked
package id.siaga.triage.record;

import org.jspecify.annotations.NullMarked;
