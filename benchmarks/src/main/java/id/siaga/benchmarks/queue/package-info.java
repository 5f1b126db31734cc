// SPDX-License-Identifier: Apache-2.0
/** How fast the desk reads its queue. */
@NullMarked
package id.siaga.benchmarks.queue;

import org.jspecify.annotations.NullMarked;
