// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.event.News;
import id.siaga.triage.order.withdrawal.Withdrawal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What events say of an order that does not hold: it is withdrawn, undone, or what was done did not last. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
final class WithdrawalNews {

    private WithdrawalNews() {}

    private record Withdrawn(
            UUID orderId,
            UUID caseId,
            String platform,
            Instrument instrument,
            OrderStatus status,
            Instant at,
            String reason,
            List<UUID> reinstate)
            implements News.Data {}

    private record Reinstated(
            UUID orderId,
            UUID caseId,
            String platform,
            Instrument instrument,
            OrderStatus status,
            Instant at,
            List<LocatorReinstated> results)
            implements News.Data {}

    private record LocatorReinstated(
            UUID locatorId,
            Instant reinstatedAt,
            @Nullable String reference,
            @Nullable String note) {}

    private record Reappeared(
            UUID orderId,
            UUID caseId,
            String platform,
            Instrument instrument,
            OrderStatus status,
            Instant at,
            List<UUID> locators,
            String note)
            implements News.Data {}

    static News withdrawn(Order order, Instant at, Withdrawal withdrawal) {
        Asked asked = order.asked();
        return OrderNews.news(
                order,
                "order.withdrawn",
                at,
                new Withdrawn(
                        order.id(),
                        asked.caseId(),
                        asked.platform(),
                        asked.instrument(),
                        order.status(),
                        at,
                        withdrawal.reason(),
                        withdrawal.reinstatements().stream()
                                .map(Withdrawal.Reinstatement::locatorId)
                                .toList()));
    }

    static News reinstated(Order order, Instant at, Withdrawal withdrawal) {
        Asked asked = order.asked();
        return OrderNews.news(
                order,
                "order.reinstated",
                at,
                new Reinstated(
                        order.id(),
                        asked.caseId(),
                        asked.platform(),
                        asked.instrument(),
                        order.status(),
                        at,
                        withdrawal.reinstatements().stream()
                                .map(one -> reinstated(one.locatorId(), Objects.requireNonNull(one.undone())))
                                .toList()));
    }

    private static LocatorReinstated reinstated(UUID locator, Withdrawal.Undone undone) {
        return new LocatorReinstated(locator, undone.at(), undone.reference(), undone.note());
    }

    static News reappeared(Order order, Transition step) {
        Asked asked = order.asked();
        return OrderNews.news(
                order,
                "order.reappeared",
                step.at(),
                new Reappeared(
                        order.id(),
                        asked.caseId(),
                        asked.platform(),
                        asked.instrument(),
                        step.status(),
                        step.at(),
                        order.locators().stream()
                                .filter(locator -> step.at().equals(locator.reappearedAt()))
                                .map(OrderLocator::id)
                                .toList(),
                        Objects.requireNonNull(step.why())));
    }
}
