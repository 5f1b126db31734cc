// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.clock.Pauses;
import id.siaga.triage.order.check.Checks;
import id.siaga.triage.order.waiting.Waits;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.triage.task.FinishTask;
import id.siaga.triage.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What follows from every change of an order: clocks, the record, events, and what it means for the case. */
@ApplicationScoped
class OrderDesk {

    private static final String WITHDRAWN = "The order is withdrawn.";
    private static final String REACHED = "It has reached the platform.";

    private final Orders orders;
    private final Waits waits;
    private final Clocks clocks;
    private final Pauses pauses;
    private final CaseDesk cases;
    private final CaseRecord record;
    private final AskToReinstate reinstatements;
    private final Checks checks;
    private final FinishTask tasks;
    private final MoveCase moveCase;
    private final AnnounceSteps announcements;
    private final Event<OrderSettled> settled;
    private final OrderMetrics metrics;

    OrderDesk(
            Orders orders,
            Waits waits,
            Clocks clocks,
            Pauses pauses,
            CaseDesk cases,
            CaseRecord record,
            AskToReinstate reinstatements,
            Checks checks,
            FinishTask tasks,
            MoveCase moveCase,
            AnnounceSteps announcements,
            Event<OrderSettled> settled,
            OrderMetrics metrics) {
        this.orders = orders;
        this.waits = waits;
        this.clocks = clocks;
        this.pauses = pauses;
        this.cases = cases;
        this.record = record;
        this.reinstatements = reinstatements;
        this.checks = checks;
        this.tasks = tasks;
        this.moveCase = moveCase;
        this.announcements = announcements;
        this.settled = settled;
        this.metrics = metrics;
    }

    /** Changes an order under its lock, then does what follows; orders are locked before cases, everywhere. */
    Order change(@Nullable String party, UUID id, Actor by, Instant at, Consumer<Order> verbs) {
        Order order = orders.lock(party, id).orElseThrow(TriageRefusal.NotFound::new);
        OrderState before = OrderState.of(order);
        int known = order.history().size();
        verbs.accept(order);
        List<Transition> steps =
                List.copyOf(order.history().subList(known, order.history().size()));
        if (!steps.isEmpty()) {
            CaseFile file = cases.lock(order.asked().caseId());
            follow(order, before, steps, by);
            moveCase.after(order, file, by, at);
        } else if (!before.equals(OrderState.of(order))) {
            record.append(act(order, "updated", before, OrderState.of(order), null, by, at));
        }
        return order;
    }

    /**
     * The consequences of these steps, except for the case's.
     *
     * @param before what the order was; null when there was none yet
     */
    void follow(Order order, @Nullable OrderState before, List<Transition> steps, Actor by) {
        OrderState state = before;
        for (Transition step : steps) {
            if (order.waitedUntil(step)) {
                goOn(order, step);
            }
            moveClocks(order, step);
            OrderState after =
                    state == null || step.equals(steps.getLast()) ? OrderState.of(order) : state.at(step.status());
            String what = step.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
            record.append(act(order, what, state, after, step.why(), by, step.at()));
            state = after;
            settle(order, step);
            metrics.became(step.status());
        }
        announcements.announce(order, steps);
    }

    private static Act act(
            Order order,
            String what,
            @Nullable OrderState before,
            OrderState after,
            @Nullable String why,
            Actor by,
            Instant at) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("order", order.id());
        facts.put("platform", order.asked().platform());
        facts.put("instrument", order.asked().instrument());
        if (before != null) {
            facts.put("before", before);
        }
        facts.put("after", after);
        return new Act(order.asked().caseId(), at, by, "order-" + what, why, facts);
    }

    /**
     * A proof that the platform has what the order says now. The earliest starts the act clocks, or moves them; of an order
     * that is withdrawn, it is what is to be undone that is received.
     */
    void receipt(Order order, Instant proof, Actor by, Instant now) {
        if (order.status().withdrawn()) {
            reinstatements.receipt(order, proof, by, now);
            return;
        }
        Instant at = order.times().plausible(proof);
        if (order.times().receivedEarlier(at)) {
            Instant target = clocks.start(ClockKind.ACT_TARGET, order.asked().clockSubject(order.id()), at)
                    .orElseThrow(() -> new IllegalStateException("No policy sets the target"));
            Instant legal = clocks.start(ClockKind.ACT_LEGAL, order.asked().clockSubject(order.id()), at)
                    .orElse(null);
            order.times().received(at, target, legal);
        }
    }

    /** What the platform did before it learnt that the order is withdrawn has to be undone as well. */
    void answeredTooLate(Order order, Actor by, Instant at) {
        order.expect(OrderStatus.REINSTATED);
        boolean more = reinstatements.ask(order, at);
        record.append(
                new Act(order.asked().caseId(), at, by, "order-answered-withdrawn", null, Map.of("order", order.id())));
        if (more) {
            announcements.moreToReinstate(order, at);
        }
    }

    private void moveClocks(Order order, Transition step) {
        switch (step.status()) {
            case ISSUED, CLOSED, REAPPEARED -> {
                // The service clock starts when issued; after the answer every clock has been stopped.
            }
            case DELIVERED, ACKNOWLEDGED -> {
                clocks.stop(order.id(), List.of(ClockKind.SERVICE), step.at());
                tasks.finishOf(TaskKind.SERVE_ORDER, order.id(), REACHED, step.by(), step.at());
            }
            case CLARIFICATION_REQUESTED, IMPOSSIBLE -> pauses.begin(order.id(), step.at());
            case ANSWERED -> {
                clocks.stop(order.id(), List.of(ClockKind.values()), step.at());
                tasks.finishOf(TaskKind.SERVE_ORDER, order.id(), REACHED, step.by(), step.at());
                checks.plan(order.id(), step.at());
            }
            case WITHDRAWN -> {
                reinstatements.begin(order, step);
                checks.cancel(order.id(), step.at());
                tasks.finishOf(TaskKind.CHECK_ORDER, order.id(), WITHDRAWN, step.by(), step.at());
                tasks.finishOf(TaskKind.WEIGH_REFUSAL, order.id(), WITHDRAWN, step.by(), step.at());
            }
            case REINSTATED -> reinstatements.end(order, step.at());
        }
    }

    private void settle(Order order, Transition step) {
        switch (step.status()) {
            case ANSWERED, WITHDRAWN -> settled.fire(new OrderSettled(order.id(), step.status(), step.by(), step.at()));
            case ISSUED,
                    DELIVERED,
                    ACKNOWLEDGED,
                    CLARIFICATION_REQUESTED,
                    IMPOSSIBLE,
                    CLOSED,
                    REINSTATED,
                    REAPPEARED -> {
                // It is still owed, or was settled before.
            }
        }
    }

    /** The wait is over, by a reply, or by the answer, which is late or in time by what is left after it, or for good. */
    private void goOn(Order order, Transition step) {
        waits.end(order.id(), step.status() == OrderStatus.ACKNOWLEDGED ? step.why() : null, step.at());
        clocks.stop(order.id(), List.of(ClockKind.CLARIFICATION_REPLY), step.at());
        order.times().due(pauses.end(order.id(), step.at()));
    }
}
