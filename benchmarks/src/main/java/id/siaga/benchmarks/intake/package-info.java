// SPDX-License-Identifier: Apache-2.0
/** Reports accepted in a second, over loops that write the same rows. */
@NullMarked
package id.siaga.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
