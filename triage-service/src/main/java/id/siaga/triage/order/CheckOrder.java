// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.order.answer.CheckRequest;
import id.siaga.triage.order.check.Checks;
import id.siaga.triage.order.check.LocatorFinding;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.task.FinishTask;
import id.siaga.triage.task.TaskKind;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A person looks at what a platform says it did; when that holds at every locator, the order is closed. */
@ApplicationScoped
public class CheckOrder {

    private final OrderDesk desk;
    private final CaseDesk cases;
    private final Checks checks;
    private final FinishTask tasks;
    private final WeighRefusal refusals;
    private final CaseRecord record;
    private final Clock clock;

    CheckOrder(
            OrderDesk desk,
            CaseDesk cases,
            Checks checks,
            FinishTask tasks,
            WeighRefusal refusals,
            CaseRecord record,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.checks = checks;
        this.tasks = tasks;
        this.refusals = refusals;
        this.record = record;
        this.clock = clock;
    }

    /** Every finding is kept; the same of the same check by the same person changes nothing. */
    @Transactional
    public void check(UUID id, CheckRequest request, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        desk.change(null, id, by, now, order -> {
            order.expectCheckable();
            int round = checks.round(id, now);
            Map<String, Object> found = take(order, round, request.findings(), by, now);
            if (found.isEmpty()) {
                return;
            }
            // Tasks are locked after cases and before records.
            cases.lock(order.asked().caseId());
            if (whole(order, round)) {
                checks.raise(id, now); // what was done needs no task any longer
                tasks.finishOf(TaskKind.CHECK_ORDER, id, "All locators were looked at.", by, now);
            }
            refusals.found(order, by, now);
            record.append(new Act(
                    order.asked().caseId(),
                    now,
                    by,
                    "order-checked",
                    null,
                    Map.of("order", id, "check", round, "findings", found)));
            order.closeIfChecked(by, now);
        });
    }

    /** What of this is new, by locator. */
    private Map<String, Object> take(Order order, int round, List<CheckRequest.Found> findings, Actor by, Instant now) {
        Map<String, Object> fresh = new LinkedHashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            CheckRequest.Found found = findings.get(i);
            String pointer = "/findings/" + i + "/locatorId";
            OrderLocator locator = order.locators().stream()
                    .filter(l -> l.id().equals(found.locatorId()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidRequest(pointer, "is no locator of this order"));
            if (checks.add(
                    order.id(), new LocatorFinding(found.locatorId(), round, found.finding(), found.note(), by, now))) {
                locator.check(found.finding(), found.note(), by, now);
                fresh.put(found.locatorId().toString(), found.finding());
            }
        }
        return fresh;
    }

    /** Whether somebody has looked at every locator in this round; what was declared back needs no more looking at. */
    private boolean whole(Order order, int round) {
        Set<UUID> seen = new HashSet<>();
        checks.findings(order.id()).stream()
                .filter(found -> found.round() == round)
                .forEach(found -> seen.add(found.locatorId()));
        return order.locators().stream()
                .filter(locator -> locator.reappearedAt() == null)
                .allMatch(locator -> seen.contains(locator.id()));
    }
}
