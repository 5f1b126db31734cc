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

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_by_party")
    private String proposedByParty;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_by_party")
    private @Nullable String approvedByParty;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "approval_reason")
    private @Nullable String approvalReason;

    @Column(name = "returned_by")
    private @Nullable String returnedBy;

    @Column(name = "returned_by_party")
    private @Nullable String returnedByParty;

    @Column(name = "returned_at")
    private @Nullable Instant returnedAt;

    @Column(name = "return_reason")
    private @Nullable String returnReason;

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
        decision.proposedBy = by.key();
        decision.proposedByParty = by.party();
        decision.proposedAt = at;
        return decision;
    }

    /** @param protectedSpeech whether anybody has by now flagged the case as protected expression */
    void approve(Actor by, boolean protectedSpeech, boolean reported, @Nullable String reason, Instant at) {
        expect(DecisionStatus.APPROVED);
        if (by.key().equals(proposedBy)) {
            throw new TriageRefusal.OwnProposal();
        }
        if (reported) {
            throw new TriageRefusal.OrganisationReported();
        }
        if (protectedSpeech && by.party().equals(proposedByParty)) {
            throw new TriageRefusal.SameOrganisation();
        }
        status = DecisionStatus.APPROVED;
        flagged = protectedSpeech;
        approvedBy = by.key();
        approvedByParty = by.party();
        approvedAt = at;
        approvalReason = reason;
    }

    void giveBack(Actor by, String reason, Instant at) {
        expect(DecisionStatus.RETURNED);
        status = DecisionStatus.RETURNED;
        returnedBy = by.key();
        returnedByParty = by.party();
        returnedAt = at;
        returnReason = reason;
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
                Actor.shown(proposedByParty, proposedBy),
                proposedAt,
                approvedBy == null || approvedByParty == null ? null : Actor.shown(approvedByParty, approvedBy),
                approvedAt,
                returnedBy == null || returnedByParty == null ? null : Actor.shown(returnedByParty, returnedBy),
                returnReason,
                orders);
    }
}
