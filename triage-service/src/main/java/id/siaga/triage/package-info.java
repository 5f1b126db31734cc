// SPDX-License-Identifier: Apache-2.0
/** The duty desk: from reports to cases, decisions, orders and their answers. */
@NullMarked
package id.siaga.triage;

import org.jspecify.annotations.NullMarked;
