// SPDX-License-Identifier: Apache-2.0
/** What the desk refuses, and how it says so. */
@NullMarked
package id.siaga.triage.refusal;

import org.jspecify.annotations.NullMarked;
