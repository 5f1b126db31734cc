// SPDX-License-Identifier: Apache-2.0
/** The machine that is measured on, and who takes how much of it. */
@NullMarked
package id.siaga.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
