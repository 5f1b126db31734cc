// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.event.Announcements;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What follows from every change of an order: clocks, the record, events, and the case when it was the last. */
@ApplicationScoped
class OrderDesk {

    private final Orders orders;
    private final Clocks clocks;
    private final CaseDesk cases;
    private final CaseRecord record;
    private final Announcements announcements;
    private final MeterRegistry meters;

    OrderDesk(
            Orders orders,
            Clocks clocks,
            CaseDesk cases,
            CaseRecord record,
            Announcements announcements,
            MeterRegistry meters) {
        this.orders = orders;
        this.clocks = clocks;
        this.cases = cases;
        this.record = record;
        this.announcements = announcements;
        this.meters = meters;
    }

    /** Changes an order under its lock, then does what follows; orders are locked before cases, everywhere. */
    Order change(@Nullable String party, UUID id, Actor by, Instant at, Consumer<Order> verbs) {
        Order order = orders.lock(party, id).orElseThrow(TriageRefusal.NotFound::new);
        int before = order.history().size();
        verbs.accept(order);
        List<Transition> steps =
                List.copyOf(order.history().subList(before, order.history().size()));
        if (!steps.isEmpty()) {
            CaseFile file = cases.lock(order.caseId());
            follow(order, steps, by);
            moveCase(order, file, by, at);
        }
        return order;
    }

    /** The consequences of these steps, except for the case's. */
    void follow(Order order, List<Transition> steps, Actor by) {
        for (Transition step : steps) {
            stopClocks(order, step);
            Map<String, Object> facts = new HashMap<>();
            facts.put("order", order.id());
            facts.put("platform", order.platform());
            facts.put("instrument", order.instrument());
            record.append(new Act(
                    order.caseId(),
                    step.at(),
                    by,
                    "order-" + step.status().name().toLowerCase(Locale.ROOT),
                    step.why(),
                    facts));
            meters.counter("siaga.order.transitions", "to", step.status().name())
                    .increment();
        }
        announcements.announce(
                steps.stream().flatMap(step -> OrderNews.of(order, step)).toList());
    }

    /** The earliest proof starts the act clocks, or moves them. */
    void receipt(Order order, Instant proof) {
        Instant at = order.plausible(proof);
        if (order.receivedEarlier(at)) {
            Instant target = clocks.start(ClockKind.ACT_TARGET, order.clockSubject(), at)
                    .orElseThrow(() -> new IllegalStateException("No policy sets the target"));
            Instant legal =
                    clocks.start(ClockKind.ACT_LEGAL, order.clockSubject(), at).orElse(null);
            order.received(at, target, legal);
        }
    }

    private void stopClocks(Order order, Transition step) {
        switch (step.status()) {
            case ISSUED, CLOSED -> {
                // The service clock starts when issued; at the end every clock has been stopped.
            }
            case DELIVERED, ACKNOWLEDGED -> clocks.stop(order.id(), List.of(ClockKind.SERVICE), step.at());
            case ANSWERED -> clocks.stop(order.id(), List.of(ClockKind.values()), step.at());
        }
    }

    private void moveCase(Order order, CaseFile file, Actor by, Instant at) {
        switch (order.status()) {
            case ISSUED, DELIVERED, ACKNOWLEDGED -> {
                // The case waits for the answer.
            }
            case ANSWERED -> {
                if (orders.othersAll(order, OrderStatus.ANSWERED, OrderStatus.CLOSED)) {
                    cases.answered(file, at);
                }
            }
            case CLOSED -> {
                if (orders.othersAll(order, OrderStatus.CLOSED)) {
                    cases.closed(file, by, at);
                }
            }
        }
    }
}
