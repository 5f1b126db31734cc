// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.answer.Finding;
import id.siaga.triage.order.answer.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an act changes about an order, as the record keeps it. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
record OrderState(
        OrderStatus status,
        @Nullable Instant receivedAt,
        @Nullable Instant actBy,
        @Nullable Instant legalDue,
        List<Locator> locators) {

    /** What became of one locator. */
    record Locator(
            UUID id,
            Outcome.@Nullable Result result,
            @Nullable Finding finding) {}

    static OrderState of(Order order) {
        return new OrderState(
                order.status(),
                order.times().receivedAt,
                order.times().actBy,
                order.times().legalDue,
                order.locators().stream().map(OrderState::of).toList());
    }

    private static Locator of(OrderLocator locator) {
        Outcome outcome = locator.outcome();
        return new Locator(locator.id(), outcome == null ? null : outcome.result(), locator.finding());
    }

    OrderState at(OrderStatus step) {
        return new OrderState(step, receivedAt, actBy, legalDue, locators);
    }
}
