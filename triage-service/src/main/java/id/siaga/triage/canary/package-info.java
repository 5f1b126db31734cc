// SPDX-License-Identifier: Apache-2.0
/** A synthetic event on its way from intake to the party that receives it, as an order would; no case and no order. */
@NullMarked
package id.siaga.triage.canary;

import org.jspecify.annotations.NullMarked;
