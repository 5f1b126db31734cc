// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.clock.Firing;
import id.siaga.triage.event.News;
import id.siaga.triage.order.answer.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a platform is told about its orders. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
final class OrderNews {

    private OrderNews() {}

    private record Issued(IssuedOrder order) implements News.Data {

        @Override
        public OrderStatus status() {
            return order.status;
        }
    }

    private record IssuedOrder(
            UUID id,
            UUID caseId,
            String platform,
            String party,
            Instrument instrument,
            String category,
            boolean urgent,
            OrderStatus status,
            List<Locator> locators,
            String reasons,
            @Nullable String terms,
            @Nullable LegalBasis legalBasis,
            @Nullable IssuingAuthority authority,
            @Nullable String proportionality,
            List<String> territorialScope,
            @Nullable String redress,
            String appealCode,
            Instant issuedAt,
            Instant serveBy) {}

    private record Locator(UUID id, String url, String contentKey) {}

    private record Acknowledged(
            UUID orderId, UUID caseId, String platform, Instrument instrument, OrderStatus status, Instant at)
            implements News.Data {}

    private record Settled(
            UUID orderId,
            UUID caseId,
            String platform,
            Instrument instrument,
            OrderStatus status,
            Instant at,
            List<LocatorResult> results)
            implements News.Data {}

    private record LocatorResult(
            UUID locatorId,
            Outcome.Result result,
            List<String> territories,
            @Nullable Instant actedAt,
            @Nullable String ground,
            Outcome.@Nullable RefusalGround refusalGround,
            @Nullable String reference,
            @Nullable String note) {}

    private record Deadline(
            UUID orderId,
            UUID caseId,
            String platform,
            Instrument instrument,
            String clock,
            int percent,
            Instant dueAt,
            Instant at)
            implements News.Data {

        @Override
        public News.Limit limit() {
            return new News.Limit(clock, percent, dueAt);
        }
    }

    static News acknowledged(Order order, Transition step) {
        Asked asked = order.asked();
        return news(
                order,
                "order.acknowledged",
                step.at(),
                new Acknowledged(
                        order.id(), asked.caseId(), asked.platform(), asked.instrument(), step.status(), step.at()));
    }

    static News issued(Order order, Transition step) {
        return news(order, "order.issued", step.at(), issued(order));
    }

    private static Issued issued(Order order) {
        Grounds grounds = order.asked().grounds();
        return new Issued(new IssuedOrder(
                order.id(),
                order.asked().caseId(),
                order.asked().platform(),
                order.asked().party(),
                order.asked().instrument(),
                order.asked().category(),
                order.asked().urgent(),
                OrderStatus.ISSUED,
                order.locators().stream()
                        .map(locator -> new Locator(locator.id(), locator.url(), locator.contentKey()))
                        .toList(),
                grounds.reasons(),
                grounds.terms(),
                grounds.legalBasis(),
                grounds.authority(),
                grounds.proportionality(),
                grounds.territorialScope(),
                grounds.redress(),
                order.asked().appealCode(),
                order.times().issuedAt,
                order.times().serveBy));
    }

    /** Every locator has its result, or was checked. */
    static News settled(Order order, Transition step, String type) {
        List<LocatorResult> results = order.locators().stream()
                .map(locator -> result(locator.id(), Objects.requireNonNull(locator.outcome())))
                .toList();
        Settled data = new Settled(
                order.id(),
                order.asked().caseId(),
                order.asked().platform(),
                order.asked().instrument(),
                step.status(),
                step.at(),
                results);
        return news(order, type, step.at(), data);
    }

    private static LocatorResult result(UUID locator, Outcome outcome) {
        return new LocatorResult(
                locator,
                outcome.result(),
                outcome.territories(),
                outcome.actedAt(),
                outcome.ground(),
                outcome.refusalGround(),
                outcome.reference(),
                outcome.note());
    }

    /** To the platform only, under the next number of the order. */
    static News news(Order order, String type, Instant at, News.Data data) {
        return new News(
                News.Topic.ORDER,
                type,
                order.id(),
                order.nextSequence(),
                Set.of(order.asked().party()),
                order.asked().caseId(),
                at,
                data);
    }

    /** @param audience the platform, except for the desk's own clocks */
    static News deadline(
            Firing firing, String platform, Instrument instrument, Set<String> audience, long sequence, Instant at) {
        return new News(
                News.Topic.ORDER,
                firing.last() ? "order.overdue" : "order.deadline-near",
                firing.orderId(),
                sequence,
                audience,
                firing.caseId(),
                at,
                new Deadline(
                        firing.orderId(),
                        firing.caseId(),
                        platform,
                        instrument,
                        firing.kind().code(),
                        firing.percent(),
                        firing.dueAt(),
                        at));
    }
}
