// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseContent;
import id.siaga.triage.order.answer.Finding;
import id.siaga.triage.order.answer.Outcome;
import id.siaga.triage.record.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One place that an order names, what was done there, and what a check found. */
@Entity
@Table(name = "order_locator")
// Hibernate sets what is never null, and reads what we only write.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class OrderLocator {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private Order order;

    private int number;

    @Column(name = "content_id")
    private UUID contentId;

    @Column(name = "content_key")
    private String contentKey;

    private String url;
    private String platform;

    @Enumerated(EnumType.STRING)
    private Instrument instrument;

    private boolean open;

    @Enumerated(EnumType.STRING)
    private Outcome.@Nullable Result result;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> territories;

    @Column(name = "acted_at")
    private @Nullable Instant actedAt;

    private @Nullable String ground;

    @Enumerated(EnumType.STRING)
    @Column(name = "refusal_ground")
    private Outcome.@Nullable RefusalGround refusalGround;

    private @Nullable String reference;
    private @Nullable String note;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Finding finding;

    @Column(name = "finding_note")
    private @Nullable String findingNote;

    @Column(name = "checked_by")
    private @Nullable String checkedBy;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @Column(name = "reappeared_at")
    private @Nullable Instant reappearedAt;

    protected OrderLocator() {}

    OrderLocator(UUID id, Order order, int number, CaseContent content, String url, Instrument instrument) {
        this.id = id;
        this.order = order;
        this.number = number;
        this.contentId = content.id();
        this.contentKey = content.key();
        this.url = url;
        this.platform = content.platform();
        this.instrument = instrument;
        this.open = true;
    }

    void answer(Outcome outcome, Instant at) {
        result = outcome.result();
        territories = outcome.territories();
        actedAt = outcome.actedAt();
        ground = outcome.ground();
        refusalGround = outcome.refusalGround();
        reference = outcome.reference();
        note = outcome.note();
        answeredAt = at;
    }

    void check(Finding found, @Nullable String remark, Actor by, Instant at) {
        finding = found;
        findingNote = remark;
        checkedBy = by.key();
        checkedAt = at;
    }

    void close() {
        open = false;
    }

    void reappear(Instant at) {
        reappearedAt = at;
    }

    /** Whether the platform has done something here that holds, for all that is known. */
    boolean acted() {
        return result != null && result.acted() && reappearedAt == null;
    }

    boolean refused() {
        return result == Outcome.Result.REFUSED;
    }

    /** Whether a person has found that the platform is right. */
    boolean refusalAccepted() {
        return finding == Finding.REFUSAL_ACCEPTED;
    }

    /** Whether an answer says that it is not there, or not as it was. */
    boolean canReappear() {
        return result != null && result != Outcome.Result.REFUSED;
    }

    @Nullable
    Instant reappearedAt() {
        return reappearedAt;
    }

    UUID contentId() {
        return contentId;
    }

    UUID id() {
        return id;
    }

    String url() {
        return url;
    }

    String contentKey() {
        return contentKey;
    }

    /** Whether what was found here last agrees with the answer. */
    boolean checked() {
        return finding != null && finding != Finding.STILL_UP;
    }

    @Nullable
    Finding finding() {
        return finding;
    }

    @Nullable
    Outcome outcome() {
        return result == null
                ? null
                : new Outcome(
                        result,
                        territories == null ? List.of() : territories,
                        actedAt,
                        ground,
                        refusalGround,
                        reference,
                        note);
    }
}
