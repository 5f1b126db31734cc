// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One party's statement that specific content is harmful: the root of its items and references. */
@Entity
@Table(name = "report")
class Report {

    @Id
    private UUID id;

    private String party;

    @Nullable
    private String reference;

    private String category;
    private String statementOfReasons;

    @Nullable
    private String region;

    private boolean election;

    @Nullable
    private String urgencyReason;

    private List<String> flags = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private ItemStatus status;

    private long statusVersion;
    private Instant receivedAt;

    @Version
    private int version;

    @OneToMany(mappedBy = "report", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<ReportItem> items = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "report_reference", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "number")
    private List<ReportReference> references = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Report() {}

    Report(UUID id, String party, ReportDraft draft, Instant receivedAt, Supplier<UUID> ids) {
        this.id = id;
        this.party = party;
        this.reference = draft.reference();
        this.category = draft.category();
        this.statementOfReasons = draft.statementOfReasons();
        this.region = draft.region();
        this.election = draft.election();
        this.urgencyReason = draft.urgencyReason();
        this.flags.addAll(draft.flags());
        this.status = ItemStatus.RECEIVED;
        this.receivedAt = receivedAt;
        for (ReportDraft.Item item : draft.items()) {
            items.add(new ReportItem(ids.get(), this, items.size() + 1, item));
        }
        this.references.addAll(draft.references());
    }

    /** Lets an item follow the desk; empty when its reporter has nothing new to learn. */
    Optional<StatusChange> follow(ItemMove move) {
        ReportItem item = items.stream()
                .filter(one -> one.id().equals(move.itemId()))
                .findFirst()
                .orElseThrow(IntakeRefusal.UnknownReport::new);
        if (!item.follow(move)) {
            return Optional.empty();
        }
        status = ItemStatus.leastFinished(items.stream().map(ReportItem::status).toList());
        statusVersion++;
        return Optional.of(new StatusChange(
                id,
                party,
                reference,
                item.id(),
                item.number(),
                item.status(),
                status,
                statusVersion,
                item.reason(),
                item.updatedAt()));
    }

    UUID id() {
        return id;
    }

    String party() {
        return party;
    }

    @Nullable
    String reference() {
        return reference;
    }

    String category() {
        return category;
    }

    String statementOfReasons() {
        return statementOfReasons;
    }

    @Nullable
    String region() {
        return region;
    }

    boolean election() {
        return election;
    }

    @Nullable
    String urgencyReason() {
        return urgencyReason;
    }

    List<String> flags() {
        return List.copyOf(flags);
    }

    ItemStatus status() {
        return status;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    List<ReportItem> items() {
        return List.copyOf(items);
    }

    List<ReportReference> references() {
        return List.copyOf(references);
    }
}
