// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.record.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A platform has answered an order, or nothing is asked of it any longer: for whoever presses for what the order says, in the
 * transaction of that, which holds the order and its case.
 */
public record OrderSettled(UUID orderId, OrderStatus status, Actor by, Instant at) {}
