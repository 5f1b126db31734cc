// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.decision.competence.CompetenceRegister;
import id.siaga.triage.order.IssueOrders;
import id.siaga.triage.order.OrderDraft;
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

/** A second person approves a decision, which then takes effect, or returns it. */
@ApplicationScoped
public class ApproveDecision {

    private final CaseDesk desk;
    private final Decisions decisions;
    private final CompetenceRegister competences;
    private final IssueOrders orders;
    private final Clocks clocks;
    private final CaseRecord record;
    private final Clock clock;

    ApproveDecision(
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
    public DecisionView approve(UUID id, @Nullable String reason, Actor by) {
        CaseFile file = lockCaseOf(id);
        Decision decision = decisions.findById(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean flagged = desk.flagged(file);
        decision.approve(by, flagged, desk.reportedBy(file, by.party()), reason, now);
        file.expectDecidable();
        // The category, the flags and the authority's powers may have changed since it was proposed.
        DecisionRequest request = decision.request();
        List<Problem.Place> wrong =
                DecisionRules.wrong(request, file.category(), flagged, competences.heldFor(request.authority(), now));
        if (!wrong.isEmpty()) {
            throw new TriageRefusal.IncompleteDecision(wrong);
        }
        clocks.stop(id, List.of(ClockKind.APPROVE), now);
        record.append(new Act(
                file.id(), now, by, "decision-approved", reason, Map.of("decision", id, "kind", decision.kind())));
        return decision.view(takeEffect(decision, file, by, now));
    }

    @Transactional
    public DecisionView giveBack(UUID id, String reason, Actor by) {
        CaseFile file = lockCaseOf(id);
        Decision decision = decisions.findById(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        decision.giveBack(by, reason, now);
        clocks.stop(id, List.of(ClockKind.APPROVE), now);
        record.append(new Act(file.id(), now, by, "decision-returned", reason, Map.of("decision", id)));
        return decision.view(List.of());
    }

    private CaseFile lockCaseOf(UUID decisionId) {
        return desk.lock(decisions.caseOf(decisionId).orElseThrow(TriageRefusal.NotFound::new));
    }

    private List<UUID> takeEffect(Decision decision, CaseFile file, Actor by, Instant now) {
        String kind = decision.kind().name();
        return switch (decision.kind()) {
            case DISMISS -> {
                desk.dismiss(file, kind, decision.grounds().reasons(), now);
                yield List.of();
            }
            case CLARIFY -> {
                desk.clarify(file, kind, decision.grounds().reasons(), now);
                yield List.of();
            }
            case REFERRAL, NOTICE, ORDER -> {
                List<UUID> issued = orders.issue(draft(decision, file, now), desk.contents(file), by, now);
                desk.ordered(file, kind, now);
                yield issued;
            }
        };
    }

    private OrderDraft draft(Decision decision, CaseFile file, Instant now) {
        return new OrderDraft(
                decision.id(),
                file.id(),
                decision.kind().instrument().orElseThrow(),
                file.category(),
                desk.pressing(file, now),
                decision.grounds());
    }
}
