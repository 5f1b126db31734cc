// SPDX-License-Identifier: Apache-2.0
/** How orders were tried to be served. */
@NullMarked
package id.siaga.triage.order.attempt;

import org.jspecify.annotations.NullMarked;
