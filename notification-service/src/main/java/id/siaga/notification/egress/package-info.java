// SPDX-License-Identifier: Apache-2.0
/** Outbound HTTP on hostile ground: which addresses may be reached, and a client that reaches no other. */
@NullMarked
package id.siaga.notification.egress;

import org.jspecify.annotations.NullMarked;
