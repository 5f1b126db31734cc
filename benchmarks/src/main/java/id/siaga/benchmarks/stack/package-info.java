// SPDX-License-Identifier: Apache-2.0
/** What benchmarks of a service in a stack of its own have in common. */
@NullMarked
package id.siaga.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
