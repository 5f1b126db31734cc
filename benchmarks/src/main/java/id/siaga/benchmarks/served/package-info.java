// SPDX-License-Identifier: Apache-2.0
/** How soon an order reaches its platform after its approval. */
@NullMarked
package id.siaga.benchmarks.served;

import org.jspecify.annotations.NullMarked;
