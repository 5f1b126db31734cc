// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
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
    private final Clocks clocks;
    private final CaseRecord record;
    private final Clock clock;

    ProposeDecision(
            CaseDesk desk,
            Decisions decisions,
            CompetenceRegister competences,
            IssueOrders orders,
            Clocks clocks,
            CaseRecord record,
            Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.competences = competences;
        this.orders = orders;
        this.clocks = clocks;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    public DecisionView propose(UUID caseId, DecisionRequest request, Actor by) {
        CaseFile file = desk.lock(caseId);
        boolean flagged = desk.flagged(file);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Problem.Place> wrong =
                DecisionRules.wrong(request, file.category(), flagged, competences.heldFor(request.authority(), now));
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
        file.expectDecidable();
        if (decisions.pending(caseId)) {
            throw new TriageRefusal.DecisionPending();
        }
        if (request.kind().instrument().isPresent() && !orders.somebodyToAsk(desk.contents(file))) {
            throw new TriageRefusal.NoLocator();
        }
        Decision decision = Decision.propose(Uuid7.at(now), caseId, request, flagged, by, now);
        decisions.persist(decision);
        clocks.stop(caseId, List.of(ClockKind.TRIAGE), now); // a case that was opened again need not be assessed again
        clocks.start(ClockKind.APPROVE, decision.clockSubject(file.category(), desk.pressing(file, now)), now);
        record.append(new Act(
                caseId,
                now,
                by,
                "decision-proposed",
                request.reasons(),
                Map.of("decision", decision.id(), "kind", request.kind())));
        return decision.view(List.of());
    }
}
