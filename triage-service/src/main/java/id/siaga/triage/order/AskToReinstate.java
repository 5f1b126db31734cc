// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.order.withdrawal.Withdrawal;
import id.siaga.triage.order.withdrawal.Withdrawals;
import id.siaga.triage.record.Actor;
import id.siaga.triage.task.FinishTask;
import id.siaga.triage.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Asks a platform to undo what it did for an order that is withdrawn; under the lock of the order. */
@ApplicationScoped
class AskToReinstate {

    /** The order itself was served in round 0. */
    private static final int ROUND = 1;

    private static final String WITHDRAWN = "The order is withdrawn.";
    private static final String KNOWN = "The platform knows of the withdrawal.";

    private final Withdrawals withdrawals;
    private final Clocks clocks;
    private final CaseDesk cases;
    private final FinishTask tasks;

    AskToReinstate(Withdrawals withdrawals, Clocks clocks, CaseDesk cases, FinishTask tasks) {
        this.withdrawals = withdrawals;
        this.clocks = clocks;
        this.cases = cases;
        this.tasks = tasks;
    }

    /** The order is withdrawn by this step: its clocks stop, nobody serves it, and what was done is to be undone. */
    void begin(Order order, Transition step) {
        clocks.stop(order.id(), List.of(ClockKind.values()), step.at());
        tasks.finishOf(TaskKind.SERVE_ORDER, order.id(), WITHDRAWN, step.by(), step.at());
        withdrawals.add(order.id(), Objects.requireNonNull(step.why()), step.at());
        ask(order, step.at());
    }

    /** Whether there is more to undo than was known; somebody has to see to it that the platform is told. */
    boolean ask(Order order, Instant at) {
        int more = withdrawals.ask(
                order.id(),
                order.locators().stream()
                        .filter(OrderLocator::acted)
                        .map(OrderLocator::id)
                        .toList(),
                at);
        if (more > 0 && withdrawals.of(order.id()).orElseThrow().receivedAt() == null) {
            clocks.start(ClockKind.SERVICE, ROUND, order.asked().clockSubject(order.id()), at);
        }
        return more > 0;
    }

    /** It has reached the platform, which need not be a proof of that. */
    void delivered(Order order, Actor by, Instant at) {
        clocks.stop(order.id(), List.of(ClockKind.SERVICE), at);
        cases.lock(order.asked().caseId());
        tasks.finishOf(TaskKind.SERVE_ORDER, order.id(), KNOWN, by, at);
    }

    /** The earliest proof that the platform knows starts its clock, or moves it; nothing to undo, nothing to prove. */
    void receipt(Order order, Instant proof, Actor by, Instant now) {
        Withdrawal withdrawal = withdrawals.of(order.id()).orElseThrow();
        Instant at = withdrawal.plausible(proof);
        if (withdrawal.asksToReinstate() && withdrawal.receivedEarlier(at)) {
            delivered(order, by, now);
            Instant due = clocks.start(ClockKind.REINSTATE, order.asked().clockSubject(order.id()), at)
                    .orElseThrow(() -> new IllegalStateException("No policy sets the time for reinstatement"));
            withdrawals.received(order.id(), at, due);
        }
    }

    /** All of it is undone. */
    void end(Order order, Instant at) {
        clocks.stop(order.id(), List.of(ClockKind.SERVICE, ClockKind.REINSTATE), at);
    }
}
