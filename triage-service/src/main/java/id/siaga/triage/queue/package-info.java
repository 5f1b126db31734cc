// SPDX-License-Identifier: Apache-2.0
/** In which order cases are looked at, and why. */
@NullMarked
package id.siaga.triage.queue;

import org.jspecify.annotations.NullMarked;
