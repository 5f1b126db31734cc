// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.clock.ClockSubject;
import id.siaga.triage.order.Grounds;
import id.siaga.triage.order.Instrument;
import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person proposes for a case and another approves or returns. */
@Entity
// Hibernate sets what is never null, and reads what we only write.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Decision {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private DecisionKind kind;

    @Enumerated(EnumType.STRING)
    private DecisionStatus status;

    @Embedded
    private Grounds grounds;

    @Column(name = "lighter_measure")
    private @Nullable String lighterMeasure;

    private boolean flagged;

    @Embedded
    private Proposal proposal;

    @Embedded
    private @Nullable Approval approval;

    @Embedded
    private @Nullable Returned returned;

    @Embedded
    private @Nullable Reversal reversal;

    @Embedded
    private @Nullable EmergencyOverride override;

    @Version
    private long version;

    protected Decision() {}

    static Decision propose(UUID id, UUID caseId, DecisionRequest request, boolean flagged, Actor by, Instant at) {
        Decision decision = new Decision();
        decision.id = id;
        decision.caseId = caseId;
        decision.kind = request.kind();
        decision.status = DecisionStatus.PROPOSED;
        decision.grounds = Grounds.of(
                request.reasons(),
                request.terms(),
                request.legalBasis(),
                request.authority(),
                request.proportionality(),
                request.territorialScope(),
                request.redress());
        decision.lighterMeasure = request.lighterMeasure();
        decision.flagged = flagged;
        decision.proposal = Proposal.of(by, at);
        return decision;
    }

    /** Lives are at stake: it takes effect before a second person has approved it, and stands until then. */
    void override(String reason, Instant at, Instant reviewBy) {
        override = new EmergencyOverride(at, reason, reviewBy);
    }

    /** @param protectedSpeech whether anybody has by now flagged the case as protected expression */
    void approve(Actor by, boolean protectedSpeech, boolean reported, @Nullable String reason, Instant at) {
        expect(DecisionStatus.APPROVED);
        expectAnother(by);
        if (reported) {
            throw new TriageRefusal.OrganisationReported();
        }
        if (protectedSpeech && by.party().equals(proposal.party())) {
            throw new TriageRefusal.SameOrganisation();
        }
        status = DecisionStatus.APPROVED;
        flagged = protectedSpeech;
        approval = Approval.of(by, reason, at);
    }

    void giveBack(Actor by, String reason, Instant at) {
        expect(DecisionStatus.RETURNED);
        expectAnother(by);
        status = DecisionStatus.RETURNED;
        returned = Returned.of(by, reason, at);
    }

    /** It turned out to be wrong, as somebody finds who took no part in it. */
    void reverse(Actor by, String reason, Instant at) {
        expect(DecisionStatus.REVERSED);
        if (by.key().equals(proposal.by()) || (approval != null && by.key().equals(approval.by()))) {
            throw new TriageRefusal.TookPart();
        }
        status = DecisionStatus.REVERSED;
        reversal = Reversal.of(by, reason, at);
    }

    private void expectAnother(Actor by) {
        if (by.key().equals(proposal.by())) {
            throw new TriageRefusal.OwnProposal();
        }
    }

    private void expect(DecisionStatus next) {
        if (!status.canBecome(next)) {
            throw new TriageRefusal.IllegalTransition("The decision", status, status.allowed());
        }
    }

    /** What the clocks of the decision run for; the case knows how much time there is. */
    ClockSubject clockSubject(String category, boolean urgent) {
        return new ClockSubject(
                id,
                caseId,
                kind.instrument().map(Instrument::name).orElse(null),
                category,
                grounds.lawInstrument(),
                null,
                urgent);
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    DecisionKind kind() {
        return kind;
    }

    /** Whether it took effect before a second person approved it. */
    boolean overridden() {
        return override != null;
    }

    Grounds grounds() {
        return grounds;
    }

    /** What was asked for, as the rules read it. */
    DecisionRequest request() {
        return new DecisionRequest(
                kind,
                grounds.reasons(),
                grounds.terms(),
                grounds.legalBasis(),
                grounds.authority(),
                grounds.proportionality(),
                lighterMeasure,
                grounds.territorialScope(),
                grounds.redress());
    }

    DecisionView view(List<UUID> orders) {
        return new DecisionView(
                id,
                caseId,
                kind,
                status,
                grounds.reasons(),
                grounds.terms(),
                grounds.legalBasis(),
                grounds.authority(),
                grounds.proportionality(),
                lighterMeasure,
                grounds.territorialScope(),
                grounds.redress(),
                Actor.shown(proposal.party(), proposal.by()),
                proposal.at(),
                approval == null ? null : Actor.shown(approval.party(), approval.by()),
                approval == null ? null : approval.at(),
                returned == null ? null : Actor.shown(returned.party(), returned.by()),
                returned == null ? null : returned.reason(),
                reversal == null
                        ? null
                        : new DecisionView.Reversed(
                                Actor.shown(reversal.party(), reversal.by()), reversal.at(), reversal.reason()),
                override == null
                        ? null
                        : new DecisionView.Overridden(override.at(), override.reason(), override.reviewBy()),
                orders);
    }
}
