// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.clock.ClockSubject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What whoever presses for an order has to know of it.
 *
 * @param party the organisation that answers for the platform
 * @param locators where it is to be acted
 * @param refused whether the platform refuses any of it
 * @param legalDue when the law wants it done, if the instrument cited says so
 */
public record OwedOrder(
        UUID id,
        UUID caseId,
        String platform,
        String party,
        Instrument instrument,
        String category,
        OrderStatus status,
        Grounds grounds,
        List<String> locators,
        boolean refused,
        Instant issuedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant legalDue,
        @Nullable Instant answeredAt,
        ClockSubject clockSubject) {

    static OwedOrder of(Order order) {
        Asked asked = order.asked();
        return new OwedOrder(
                order.id(),
                asked.caseId(),
                asked.platform(),
                asked.party(),
                asked.instrument(),
                asked.category(),
                order.status(),
                asked.grounds(),
                order.locators().stream().map(OrderLocator::url).toList(),
                order.locators().stream().anyMatch(OrderLocator::refused),
                order.times().issuedAt,
                order.times().receivedAt,
                order.times().legalDue,
                order.times().answeredAt,
                asked.clockSubject(order.id()));
    }

    /** Whether the platform could act now, and has not. */
    public boolean open() {
        return switch (status) {
            case ISSUED, DELIVERED, ACKNOWLEDGED -> true;
            case CLARIFICATION_REQUESTED, IMPOSSIBLE, ANSWERED, CLOSED, WITHDRAWN, REINSTATED, REAPPEARED -> false;
        };
    }
}
