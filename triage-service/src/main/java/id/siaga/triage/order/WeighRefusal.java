// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.task.FinishTask;
import id.siaga.triage.task.RaiseTasks;
import id.siaga.triage.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What a platform refuses goes to an officer, who weighs its reasons before anybody presses for what was ordered. */
@ApplicationScoped
class WeighRefusal {

    private static final String ACCEPTED = "What was refused is accepted.";

    private final CaseDesk cases;
    private final RaiseTasks raised;
    private final FinishTask tasks;

    WeighRefusal(CaseDesk cases, RaiseTasks raised, FinishTask tasks) {
        this.cases = cases;
        this.raised = raised;
        this.tasks = tasks;
    }

    /** Asks for an officer when any of these results is a refusal; what comes back is to be recorded after the answer. */
    List<Act> ask(Order order, List<OrderLocator> answered, Instant at) {
        int refused =
                Math.toIntExact(answered.stream().filter(OrderLocator::refused).count());
        if (refused == 0) {
            return List.of();
        }
        CaseFile file = cases.lock(order.asked().caseId());
        return raised.raise(
                List.of(new RaiseTasks.Raised(
                        TaskKind.WEIGH_REFUSAL,
                        file.id(),
                        null,
                        order.id(),
                        file.progress().name(),
                        refused)),
                at);
    }

    /** Who has found every refusal to be right has weighed them; the case is locked. */
    void found(Order order, Actor by, Instant at) {
        if (order.locators().stream().filter(OrderLocator::refused).allMatch(OrderLocator::refusalAccepted)) {
            tasks.finishOf(TaskKind.WEIGH_REFUSAL, order.id(), ACCEPTED, by, at);
        }
    }
}
