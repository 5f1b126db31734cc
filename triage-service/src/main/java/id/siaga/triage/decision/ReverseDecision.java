// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
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
import java.util.Map;
import java.util.UUID;

/**
 * What was approved turned out to be wrong, as somebody finds who took no part in it: its orders are withdrawn, platforms are
 * asked to undo what they did, and the case is in review again.
 */
@ApplicationScoped
public class ReverseDecision {

    private final CaseDesk desk;
    private final Decisions decisions;
    private final WithdrawOrders withdrawals;
    private final ReadOrders orders;
    private final CaseRecord record;
    private final Clock clock;

    ReverseDecision(
            CaseDesk desk,
            Decisions decisions,
            WithdrawOrders withdrawals,
            ReadOrders orders,
            CaseRecord record,
            Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.withdrawals = withdrawals;
        this.orders = orders;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    public DecisionView reverse(UUID id, String reason, Actor by) {
        UUID caseId = decisions.caseOf(id).orElseThrow(TriageRefusal.NotFound::new);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // Orders are locked before their case. Should the decision not be reversible, its refusal undoes this.
        withdrawals.withdrawAllOf(id, reason, by, now);
        CaseFile file = desk.lock(caseId);
        Decision decision = decisions.findById(id);
        decision.reverse(by, reason, now);
        record.append(
                new Act(caseId, now, by, "decision-reversed", reason, Map.of("decision", id, "kind", decision.kind())));
        if (decision.kind() == DecisionKind.DISMISS) {
            desk.undecided(file, reason, by, now);
        }
        return decision.view(orders.issuedBy(id));
    }
}
