// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.decision.competence.CompetenceRegister;
import id.siaga.triage.order.ReadOrders;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A second person approves a decision, which then takes effect unless it has already. */
@ApplicationScoped
public class ApproveDecision {

    private final CaseDesk desk;
    private final Decisions decisions;
    private final CompetenceRegister competences;
    private final TakeEffect effect;
    private final ReadOrders orders;
    private final Clocks clocks;
    private final CaseRecord record;
    private final Clock clock;

    ApproveDecision(
            CaseDesk desk,
            Decisions decisions,
            CompetenceRegister competences,
            TakeEffect effect,
            ReadOrders orders,
            Clocks clocks,
            CaseRecord record,
            Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.competences = competences;
        this.effect = effect;
        this.orders = orders;
        this.clocks = clocks;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    public DecisionView approve(UUID id, @Nullable String reason, Actor by) {
        CaseFile file = desk.lock(decisions.caseOf(id).orElseThrow(TriageRefusal.NotFound::new));
        Decision decision = decisions.findById(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean flagged = desk.flagged(file);
        decision.approve(by, flagged, desk.reportedBy(file, by.party()), reason, now);
        if (!decision.overridden()) {
            file.expectDecidable();
        }
        // The category, the flags and the authority's powers may have changed since it was proposed.
        DecisionRequest request = decision.request();
        List<Problem.Place> wrong =
                DecisionRules.wrong(request, file.category(), flagged, competences.heldFor(request.authority(), now));
        if (!wrong.isEmpty()) {
            throw new TriageRefusal.IncompleteDecision(wrong);
        }
        clocks.stop(id, List.of(ClockKind.APPROVE, ClockKind.EMERGENCY_REVIEW), now);
        record.append(new Act(
                file.id(), now, by, "decision-approved", reason, Map.of("decision", id, "kind", decision.kind())));
        if (!decision.overridden()) {
            return decision.view(effect.of(decision, file, by, now));
        }
        // Its orders may all have been checked while the review was open, which kept the case from being closed.
        decisions.flush();
        if (orders.allChecked(file.id())) {
            desk.closed(file, "The platform's answer was checked.", by, now);
        }
        return decision.view(orders.issuedBy(id));
    }
}
