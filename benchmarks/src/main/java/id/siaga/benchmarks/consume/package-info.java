// SPDX-License-Identifier: Apache-2.0
/** How many reports the desk links in a second. */
@NullMarked
package id.siaga.benchmarks.consume;

import org.jspecify.annotations.NullMarked;
