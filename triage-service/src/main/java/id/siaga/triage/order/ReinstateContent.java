// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.order.withdrawal.ReinstatementRequest;
import id.siaga.triage.order.withdrawal.Withdrawal;
import id.siaga.triage.order.withdrawal.Withdrawals;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A platform says that it has undone what an order had asked for. */
@ApplicationScoped
public class ReinstateContent {

    private final OrderDesk desk;
    private final CaseDesk cases;
    private final Withdrawals withdrawals;
    private final CaseRecord record;
    private final Clock clock;

    ReinstateContent(OrderDesk desk, CaseDesk cases, Withdrawals withdrawals, CaseRecord record, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.withdrawals = withdrawals;
        this.record = record;
        this.clock = clock;
    }

    /** Implies that the platform knows of the withdrawal; the same again changes nothing. */
    @Transactional
    public void reinstate(UUID id, ReinstatementRequest request, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        request.check(now);
        desk.change(by.party(), id, by, now, order -> {
            Withdrawal withdrawal = withdrawals.of(id).orElse(null);
            if (withdrawal == null) {
                order.expect(OrderStatus.REINSTATED);
                return;
            }
            List<UUID> fresh = take(withdrawal, request.reinstatements(), now);
            if (fresh.isEmpty()) {
                return;
            }
            desk.receipt(order, now, by, now);
            cases.lock(order.asked().caseId());
            record.append(new Act(
                    order.asked().caseId(),
                    now,
                    by,
                    "locators-reinstated",
                    null,
                    Map.of("order", id, "locators", fresh)));
            if (withdrawals.of(id).orElseThrow().reinstated()) {
                order.reinstated(by, now);
            }
        });
    }

    /** What of this is new. */
    private List<UUID> take(
            Withdrawal withdrawal, List<ReinstatementRequest.LocatorReinstatement> reinstatements, Instant now) {
        List<UUID> fresh = new ArrayList<>();
        for (int i = 0; i < reinstatements.size(); i++) {
            ReinstatementRequest.LocatorReinstatement one = reinstatements.get(i);
            String pointer = "/reinstatements/" + i;
            Withdrawal.Reinstatement asked = withdrawal.reinstatements().stream()
                    .filter(r -> r.locatorId().equals(one.locatorId()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidRequest(pointer + "/locatorId", "is not to be reinstated"));
            if (asked.undone() == null) {
                withdrawals.undone(one.locatorId(), one.undone(), now);
                fresh.add(one.locatorId());
            } else if (!asked.undone().equals(one.undone())) {
                throw new TriageRefusal.ResultDiffers(pointer);
            }
        }
        return fresh;
    }
}
