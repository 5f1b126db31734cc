// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.order.check.Checks;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.task.RaiseTasks;
import id.siaga.triage.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Asks the desk to look at what a platform says it did, when it is time; in any replica, once. */
@ApplicationScoped
class RaiseChecks {

    private static final String OVER = "The time for checks is over.";

    private final Checks checks;
    private final Orders orders;
    private final OrderDesk desk;
    private final CaseDesk cases;
    private final RaiseTasks tasks;
    private final CaseRecord record;
    private final Clock clock;

    RaiseChecks(
            Checks checks,
            Orders orders,
            OrderDesk desk,
            CaseDesk cases,
            RaiseTasks tasks,
            CaseRecord record,
            Clock clock) {
        this.checks = checks;
        this.orders = orders;
        this.desk = desk;
        this.cases = cases;
        this.tasks = tasks;
        this.record = record;
        this.clock = clock;
    }

    /** What is due of one order; says whether anything was. One a transaction, so that no two cases are locked at once. */
    @Transactional
    int raiseDue() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = checks.claim(now).orElse(null);
        if (id == null) {
            return 0;
        }
        List<Integer> due = checks.raise(id, now);
        if (due.isEmpty()) {
            return 0;
        }
        Order order = orders.lock(null, id).orElseThrow();
        CaseFile file = cases.lock(order.asked().caseId());
        record.append(tasks.raise(List.of(raised(order, file, due.size())), now));
        if (due.contains(Checks.LAST)) {
            desk.change(null, id, Actor.SIAGA, now, o -> o.closeUnchecked(OVER, Actor.SIAGA, now));
        }
        return 1;
    }

    private static RaiseTasks.Raised raised(Order order, CaseFile file, int times) {
        return new RaiseTasks.Raised(
                TaskKind.CHECK_ORDER,
                file.id(),
                null,
                order.id(),
                file.progress().name(),
                times);
    }
}
