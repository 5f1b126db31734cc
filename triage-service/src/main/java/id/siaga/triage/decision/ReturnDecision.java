// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.order.ReadOrders;
import id.siaga.triage.order.WithdrawOrders;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A decision does not come about: a second person returns it, or nobody has approved an override in time. Orders that were
 * issued by it are withdrawn.
 */
@ApplicationScoped
public class ReturnDecision {

    private final CaseDesk desk;
    private final Decisions decisions;
    private final WithdrawOrders withdrawals;
    private final ReadOrders orders;
    private final Clocks clocks;
    private final CaseRecord record;
    private final Clock clock;

    ReturnDecision(
            CaseDesk desk,
            Decisions decisions,
            WithdrawOrders withdrawals,
            ReadOrders orders,
            Clocks clocks,
            CaseRecord record,
            Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.withdrawals = withdrawals;
        this.orders = orders;
        this.clocks = clocks;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    public DecisionView giveBack(UUID id, String reason, Actor by) {
        UUID caseId = decisions.caseOf(id).orElseThrow(TriageRefusal.NotFound::new);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (decisions.overridden(id)) {
            // Orders are locked before their case. Should the decision stand by now, its refusal undoes this.
            withdrawals.withdrawAllOf(id, reason, by, now);
        }
        desk.lock(caseId);
        Decision decision = decisions.findById(id);
        decision.giveBack(by, reason, now);
        clocks.stop(id, List.of(ClockKind.APPROVE, ClockKind.EMERGENCY_REVIEW), now);
        record.append(new Act(caseId, now, by, "decision-returned", reason, Map.of("decision", id)));
        return decision.view(orders.issuedBy(id));
    }
}
