// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.record.Actor;
import id.siaga.triage.task.FinishTask;
import id.siaga.triage.task.TaskKind;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An officer says that what a platform had dealt with is found back; only a new decision leads to a new order. */
@ApplicationScoped
public class DeclareReappeared {

    private final OrderDesk desk;
    private final CaseDesk cases;
    private final FinishTask tasks;
    private final Clock clock;

    DeclareReappeared(OrderDesk desk, CaseDesk cases, FinishTask tasks, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Locators that were declared back before change nothing. */
    @Transactional
    public void declare(UUID id, List<UUID> locators, String note, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        desk.change(null, id, by, now, order -> {
            order.expect(OrderStatus.REAPPEARED);
            List<OrderLocator> back = back(order, locators);
            if (back.isEmpty()) {
                return;
            }
            // Tasks are locked after cases and before records.
            cases.lock(order.asked().caseId());
            tasks.finishAbout(
                    TaskKind.ORDERED_CONTENT_REPORTED,
                    order.asked().caseId(),
                    back.stream().map(OrderLocator::contentId).toList(),
                    note,
                    by,
                    now);
            order.reappear(back, note, by, now);
        });
    }

    private static List<OrderLocator> back(Order order, List<UUID> locators) {
        List<OrderLocator> back = new ArrayList<>();
        for (int i = 0; i < locators.size(); i++) {
            UUID id = locators.get(i);
            String pointer = "/locators/" + i;
            OrderLocator locator = order.locators().stream()
                    .filter(l -> l.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new InvalidRequest(pointer, "is no locator of this order"));
            if (!locator.canReappear()) {
                throw new InvalidRequest(pointer, "was refused, so that it never went");
            }
            if (locator.reappearedAt() == null && !back.contains(locator)) {
                back.add(locator);
            }
        }
        return back;
    }
}
