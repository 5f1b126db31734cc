// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.category.Category;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.decision.competence.CompetenceRegister;
import id.siaga.triage.order.IssueOrders;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person proposes what to do about a case in review. */
@ApplicationScoped
public class ProposeDecision {

    private final CaseDesk desk;
    private final Decisions decisions;
    private final CompetenceRegister competences;
    private final IssueOrders orders;
    private final TakeEffect effect;
    private final Clocks clocks;
    private final CaseRecord record;
    private final Clock clock;

    ProposeDecision(
            CaseDesk desk,
            Decisions decisions,
            CompetenceRegister competences,
            IssueOrders orders,
            TakeEffect effect,
            Clocks clocks,
            CaseRecord record,
            Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.competences = competences;
        this.orders = orders;
        this.effect = effect;
        this.clocks = clocks;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    public DecisionView propose(UUID caseId, DecisionRequest request, Actor by) {
        CaseFile file = desk.lock(caseId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Decision decision = propose(file, request, by, now);
        clocks.start(ClockKind.APPROVE, decision.clockSubject(file.category(), desk.pressing(file, now)), now);
        return decision.view(List.of());
    }

    /**
     * Lives are at stake: the order is issued at once, by one person, and stands for as long as its review may take. Who
     * could not have approved it cannot do this either.
     */
    @Transactional
    public DecisionView override(UUID caseId, DecisionRequest request, String emergency, Actor by) {
        CaseFile file = desk.lock(caseId);
        if (!Category.emergency(file.category()) || request.kind() != DecisionKind.ORDER) {
            throw new TriageRefusal.NoEmergency();
        }
        if (desk.reportedBy(file, by.party())) {
            throw new TriageRefusal.OrganisationReported();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Decision decision = propose(file, request, by, now);
        Instant reviewBy = clocks.start(
                        ClockKind.EMERGENCY_REVIEW,
                        decision.clockSubject(file.category(), desk.pressing(file, now)),
                        now)
                .orElseThrow(() -> new IllegalStateException("No policy sets the time for a review"));
        decision.override(emergency, now, reviewBy);
        record.append(new Act(
                caseId,
                now,
                by,
                "decision-overridden",
                emergency,
                Map.of("decision", decision.id(), "reviewBy", reviewBy)));
        // Orders name their decision.
        decisions.flush();
        return decision.view(effect.of(decision, file, by, now));
    }

    private Decision propose(CaseFile file, DecisionRequest request, Actor by, Instant now) {
        boolean flagged = desk.flagged(file);
        List<Problem.Place> wrong =
                DecisionRules.wrong(request, file.category(), flagged, competences.heldFor(request.authority(), now));
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
        file.expectDecidable();
        if (decisions.pending(file.id())) {
            throw new TriageRefusal.DecisionPending();
        }
        if (request.kind().instrument().isPresent() && !orders.somebodyToAsk(desk.contents(file))) {
            throw new TriageRefusal.NoLocator();
        }
        Decision decision = Decision.propose(Uuid7.at(now), file.id(), request, flagged, by, now);
        decisions.persist(decision);
        clocks.stop(
                file.id(), List.of(ClockKind.TRIAGE), now); // a case that was opened again need not be assessed again
        record.append(new Act(
                file.id(),
                now,
                by,
                "decision-proposed",
                request.reasons(),
                Map.of("decision", decision.id(), "kind", request.kind())));
        return decision;
    }
}
