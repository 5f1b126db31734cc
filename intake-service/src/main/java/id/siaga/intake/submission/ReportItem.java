// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.content.ContentKey;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One piece of content in a report, with a status of its own. */
@Entity
@Table(name = "report_item")
class ReportItem {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "report_id")
    private Report report;

    private int number;
    private String party;

    @Nullable
    private String unit;

    @Nullable
    private String url;

    @Nullable
    private String text;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    @Nullable
    private ContentType contentType;

    @Nullable
    private String language;

    @Nullable
    private Instant observedAt;

    private boolean liveStream;

    @Nullable
    private String authorAccount;

    @Nullable
    private String mediaSha256;

    private String contentKey;
    private String platform;
    private String kind;
    private int ruleVersion;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private ItemStatus status;

    @Nullable
    private String reason;

    private long linkVersion;
    private Instant updatedAt;

    /** Whether it is its party's one item about the content. */
    private boolean standing;

    private long eventSequence;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ReportItem() {}

    ReportItem(UUID id, Report report, int number, ReportDraft.Item draft) {
        ContentKey key = draft.key();
        this.id = id;
        this.report = report;
        this.number = number;
        this.party = report.party();
        this.unit = report.unit();
        this.url = draft.url();
        this.text = draft.text();
        this.contentType = draft.contentType();
        this.language = draft.language();
        this.observedAt = draft.observedAt();
        this.liveStream = draft.liveStream();
        this.authorAccount = draft.authorAccount();
        this.mediaSha256 = draft.mediaSha256();
        this.contentKey = key.text();
        this.platform = key.platform();
        this.kind = key.kind();
        this.ruleVersion = key.ruleVersion();
        this.status = ItemStatus.RECEIVED;
        this.updatedAt = report.receivedAt();
        this.standing = true;
        this.eventSequence = 1;
    }

    /**
     * Takes what the desk says, unless a newer word was taken before.
     *
     * @return whether the reporter can see a difference
     */
    boolean follow(ItemMove move) {
        if (move.linkVersion() <= linkVersion) {
            return false;
        }
        linkVersion = move.linkVersion();
        if (status == ItemStatus.WITHDRAWN) {
            return false;
        }
        if (status == move.status() && Objects.equals(reason, move.reason())) {
            return false;
        }
        status = move.status();
        reason = move.reason();
        updatedAt = move.at();
        return true;
    }

    /** Takes it back: the desk's later words no longer move it, and its party may report the content anew. */
    boolean withdraw(String why, Instant now) {
        return switch (status) {
            case WITHDRAWN -> false;
            case CLOSED, DISMISSED -> throw new IntakeRefusal.Finished(number, status);
            case RECEIVED, LINKED, IN_REVIEW, ORDERED, ANSWERED -> {
                status = ItemStatus.WITHDRAWN;
                reason = why;
                updatedAt = now;
                standing = false;
                eventSequence++;
                yield true;
            }
        };
    }

    /** Another event tells of it, though nothing has become of it. */
    long nextEvent() {
        return ++eventSequence;
    }

    void forgetAuthor() {
        authorAccount = null;
    }

    UUID id() {
        return id;
    }

    UUID reportId() {
        return report.id();
    }

    String party() {
        return party;
    }

    @Nullable
    String unit() {
        return unit;
    }

    int number() {
        return number;
    }

    @Nullable
    String url() {
        return url;
    }

    @Nullable
    String text() {
        return text;
    }

    @Nullable
    ContentType contentType() {
        return contentType;
    }

    @Nullable
    String language() {
        return language;
    }

    @Nullable
    Instant observedAt() {
        return observedAt;
    }

    @Nullable
    String authorAccount() {
        return authorAccount;
    }

    @Nullable
    String mediaSha256() {
        return mediaSha256;
    }

    boolean liveStream() {
        return liveStream;
    }

    String contentKey() {
        return contentKey;
    }

    String platform() {
        return platform;
    }

    String kind() {
        return kind;
    }

    int ruleVersion() {
        return ruleVersion;
    }

    ItemStatus status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    boolean standing() {
        return standing;
    }

    long eventSequence() {
        return eventSequence;
    }
}
