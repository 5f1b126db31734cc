// SPDX-License-Identifier: Apache-2.0
/** What the desk and a platform say to each other about an order. */
@NullMarked
package id.siaga.triage.order.talk;

import org.jspecify.annotations.NullMarked;
