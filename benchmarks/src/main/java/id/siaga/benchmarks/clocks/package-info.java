// SPDX-License-Identifier: Apache-2.0
/** Clocks fired, compared with a loop that writes the same rows. */
@NullMarked
package id.siaga.benchmarks.clocks;

import org.jspecify.annotations.NullMarked;
