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
    @SuppressWarnings("UnusedVariable") // Hibernate reads it.
    private Report report;

    private int number;

    @Nullable
    private String url;

    @Nullable
    private String text;

    private boolean liveStream;
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

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ReportItem() {}

    ReportItem(UUID id, Report report, int number, ReportDraft.Item draft) {
        ContentKey key = draft.key();
        this.id = id;
        this.report = report;
        this.number = number;
        this.url = draft.url();
        this.text = draft.text();
        this.liveStream = draft.liveStream();
        this.contentKey = key.text();
        this.platform = key.platform();
        this.kind = key.kind();
        this.ruleVersion = key.ruleVersion();
        this.status = ItemStatus.RECEIVED;
        this.updatedAt = report.receivedAt();
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
        if (status == move.status() && Objects.equals(reason, move.reason())) {
            return false;
        }
        status = move.status();
        reason = move.reason();
        updatedAt = move.at();
        return true;
    }

    UUID id() {
        return id;
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
}
