// SPDX-License-Identifier: Apache-2.0
/** How soon services are ready, and what they take while nothing happens. */
@NullMarked
package id.siaga.benchmarks.start;

import org.jspecify.annotations.NullMarked;
