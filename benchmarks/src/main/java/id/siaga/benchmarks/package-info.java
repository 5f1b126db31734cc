// SPDX-License-Identifier: Apache-2.0
/** Measured ratios: what the suite does, over what the machine could do without it, in one run. */
@NullMarked
package id.siaga.benchmarks;

import org.jspecify.annotations.NullMarked;
