// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.clock.ClockKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When what happened to an order, and by when it has to. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate sets what is never null.
class Milestones {

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "serve_by")
    Instant serveBy;

    @Column(name = "received_at")
    @Nullable
    Instant receivedAt;

    @Column(name = "act_by")
    @Nullable
    Instant actBy;

    @Column(name = "legal_due")
    @Nullable
    Instant legalDue;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    @Column(name = "answered_at")
    @Nullable
    Instant answeredAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    protected Milestones() {}

    Milestones(Instant issuedAt, Instant serveBy) {
        this.issuedAt = issuedAt;
        this.serveBy = serveBy;
    }

    /** A proof of receipt; only the earliest counts, whenever it becomes known. */
    boolean receivedEarlier(Instant proof) {
        return receivedAt == null || proof.isBefore(receivedAt);
    }

    /** A proof cannot be older than the order: clocks of two machines differ a little. */
    Instant plausible(Instant proof) {
        return proof.isBefore(issuedAt) ? issuedAt : proof;
    }

    void received(Instant proof, Instant target, @Nullable Instant legal) {
        receivedAt = proof;
        actBy = target;
        legalDue = legal;
    }

    /** By when it has to be done, now that clocks have waited. */
    void due(Map<ClockKind, Instant> due) {
        actBy = due.getOrDefault(ClockKind.ACT_TARGET, actBy);
        legalDue = due.getOrDefault(ClockKind.ACT_LEGAL, legalDue);
    }
}
