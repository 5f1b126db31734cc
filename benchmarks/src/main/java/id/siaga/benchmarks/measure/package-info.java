// SPDX-License-Identifier: Apache-2.0
/** How throughput is measured on a machine that is not quiet, and judged. */
@NullMarked
package id.siaga.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
