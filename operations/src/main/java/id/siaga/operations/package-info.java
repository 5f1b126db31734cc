// SPDX-License-Identifier: Apache-2.0
/** Commands of an operator, and how they reach what they work on. */
@NullMarked
package id.siaga.operations;

import org.jspecify.annotations.NullMarked;
