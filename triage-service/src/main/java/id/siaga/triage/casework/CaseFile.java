// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.category.Category;
import id.siaga.triage.category.Severity;
import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as officers work on it; linking opens it and leaves its version alone. */
@Entity
@Table(name = "case_file")
// Hibernate sets what is never null, and reads what we only write.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public class CaseFile {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    @Enumerated(EnumType.STRING)
    private Progress progress;

    @Column(name = "progress_reason")
    private @Nullable String progressReason;

    private String category;

    @Enumerated(EnumType.STRING)
    private @Nullable Severity severity;

    private @Nullable String finding;

    @Column(name = "assessed_by")
    private @Nullable String assessedBy;

    @Column(name = "assessed_at")
    private @Nullable Instant assessedAt;

    private boolean urgent;
    private boolean election;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "decision_kind")
    private @Nullable String decisionKind;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "merged_into")
    private @Nullable UUID mergedInto;

    private long sequence;

    private long untold;

    @Version
    private long version;

    protected CaseFile() {}

    void assess(String code, Severity gravity, String found, Actor by, Instant at) {
        switch (status) {
            case NEW, IN_REVIEW -> become(CaseStatus.IN_REVIEW);
            // Neither is opened again by another look at what is known.
            case DECIDED, CLOSED, MERGED -> throw refused();
        }
        category = code;
        severity = gravity;
        finding = found;
        assessedBy = by.shown();
        assessedAt = at;
        urgent = Category.urgent(code);
        election = election || Category.election(code);
    }

    /** Refuses unless a decision could follow now. */
    public void expectDecidable() {
        if (!status.canBecome(CaseStatus.DECIDED)) {
            throw refused();
        }
    }

    /** A decision was approved; one that asks reporters for more leaves the case in review. */
    void decide(String kind, boolean stays, Instant at) {
        become(stays ? CaseStatus.IN_REVIEW : CaseStatus.DECIDED);
        decisionKind = kind;
        decidedAt = at;
    }

    void close(Instant at) {
        become(CaseStatus.CLOSED);
        closedAt = at;
    }

    /** There is reason to look again; what was decided stays known, and a new decision may follow. */
    void reopen(boolean pressing) {
        become(CaseStatus.IN_REVIEW);
        closedAt = null;
        urgent = urgent || pressing;
    }

    /** It moved into another case; how far it had come is kept for when it comes out again. */
    void merge(UUID into) {
        become(CaseStatus.MERGED);
        mergedInto = into;
    }

    /** It comes out of the case into which it had moved. */
    void split(CaseStatus before) {
        become(before);
        mergedInto = null;
    }

    /** Takes in what another case was about. */
    void takeIn(CaseFile other) {
        if (status == CaseStatus.NEW || status == CaseStatus.IN_REVIEW) {
            urgent = urgent || other.urgent;
            election = election || other.election;
        }
    }

    void progress(Progress now, @Nullable String reason) {
        progress = now;
        progressReason = reason;
    }

    private void become(CaseStatus next) {
        if (!status.canBecome(next)) {
            throw refused();
        }
        status = next;
    }

    /** Refuses unless it could move into another case now. */
    void expectMergeable() {
        if (!status.canBecome(CaseStatus.MERGED)) {
            throw refused();
        }
    }

    /** Refuses when it is another case that goes on with it. */
    void expectNotMerged() {
        if (status == CaseStatus.MERGED) {
            throw refused();
        }
    }

    TriageRefusal refused() {
        return new TriageRefusal.IllegalTransition("The case", status, status.allowed());
    }

    /** The number of the next event about this case; the caller holds its row lock. */
    long nextSequence() {
        return ++sequence;
    }

    /** The number of an event that nobody outside the suite is told. */
    long nextUntold() {
        untold++;
        return nextSequence();
    }

    /**
     * Is told again: goes on behind all that anybody has seen.
     *
     * @param told how much others were told
     * @param seen the highest number that they have seen
     */
    long resume(long told, long seen) {
        long next = Math.max(sequence, seen) + 1;
        sequence = next;
        untold = next - told - 1;
        return next;
    }

    public UUID id() {
        return id;
    }

    public CaseStatus status() {
        return status;
    }

    public Progress progress() {
        return progress;
    }

    @Nullable
    String progressReason() {
        return progressReason;
    }

    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    public String category() {
        return category;
    }

    public @Nullable Severity severity() {
        return severity;
    }

    public boolean urgent() {
        return urgent;
    }

    /** An election is going on where it was reported; that it was, it keeps. */
    void fallIntoElection() {
        election = true;
    }

    /** Whether the short limits apply. */
    public boolean pressing() {
        return urgent || election;
    }

    CaseChanged.@Nullable Decided decided() {
        return decisionKind == null || decidedAt == null ? null : new CaseChanged.Decided(decisionKind, decidedAt);
    }
}
