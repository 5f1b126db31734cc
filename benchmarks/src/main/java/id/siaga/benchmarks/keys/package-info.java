// SPDX-License-Identifier: Apache-2.0
/** Content keys made in a second. */
@NullMarked
package id.siaga.benchmarks.keys;

import org.jspecify.annotations.NullMarked;
