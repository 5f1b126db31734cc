// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.legal.Authority;
import id.siaga.intake.legal.Confidentiality;
import id.siaga.intake.legal.LegalGround;
import id.siaga.intake.legal.Measure;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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
import java.util.function.Predicate;
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
    private String unit;

    @Nullable
    private String reference;

    private String category;
    private String statementOfReasons;

    @Nullable
    private String region;

    @Nullable
    private String regency;

    private boolean election;

    @Nullable
    private String urgencyReason;

    private List<String> flags = new ArrayList<>();
    private boolean goodFaith;

    @Nullable
    private String newFacts;

    @Embedded
    @Nullable
    private Measure measure;

    @ElementCollection
    @CollectionTable(name = "report_legal_ground", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "number")
    private List<LegalGround> legalBasis = new ArrayList<>();

    @Nullable
    private String legalAnalysis;

    @Embedded
    @Nullable
    private Authority authority;

    @Embedded
    @Nullable
    private Confidentiality confidentiality;

    @Nullable
    private String legalHold;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private ItemStatus status;

    private long statusVersion;

    @SuppressWarnings("UnusedVariable") // Read by Hibernate.
    private long untold;

    private Instant receivedAt;
    private Instant updatedAt;

    @Version
    private int version;

    @OneToMany(mappedBy = "report")
    @OrderBy("number")
    private List<ReportItem> items = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "report_reference", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "number")
    private List<ReportReference> references = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Report() {}

    Report(UUID id, Sender sender, ReportDraft draft, Instant receivedAt, Supplier<UUID> ids) {
        this.id = id;
        this.party = sender.party();
        this.unit = sender.unit();
        this.reference = draft.reference();
        this.category = draft.category();
        this.statementOfReasons = draft.statementOfReasons();
        this.region = draft.region();
        this.regency = draft.regency();
        this.election = draft.election();
        this.urgencyReason = draft.urgencyReason();
        this.flags.addAll(draft.flags());
        this.goodFaith = draft.goodFaith();
        this.newFacts = draft.newFacts();
        this.measure = draft.measure();
        this.legalBasis.addAll(draft.legalBasis());
        this.legalAnalysis = draft.legalAnalysis();
        this.authority = draft.authority();
        this.confidentiality = draft.confidentiality();
        this.status = ItemStatus.RECEIVED;
        this.receivedAt = receivedAt;
        this.updatedAt = receivedAt;
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
        return item.follow(move) ? Optional.of(changed(item)) : Optional.empty();
    }

    /**
     * Takes an item back; empty when it was taken back before.
     *
     * @throws IntakeRefusal.Finished when the desk has finished with it
     */
    Optional<StatusChange> withdraw(ReportItem item, String reason, Instant now) {
        return item.withdraw(reason, now) ? Optional.of(changed(item)) : Optional.empty();
    }

    private StatusChange changed(ReportItem item) {
        status = ItemStatus.leastFinished(items.stream().map(ReportItem::status).toList());
        statusVersion++;
        updatedAt = item.updatedAt();
        return asItIs(item);
    }

    /**
     * What its reporter was to see of its items, once more.
     *
     * @param told how much of that anybody was told
     * @param seen the highest number that anybody has seen
     */
    List<StatusChange> again(long told, long seen) {
        List<ReportItem> moved = items.stream()
                .filter(item -> item.status() != ItemStatus.RECEIVED)
                .toList();
        List<StatusChange> changes = new ArrayList<>();
        statusVersion = Math.max(statusVersion, seen);
        for (ReportItem item : moved.isEmpty() ? items : moved) {
            statusVersion++;
            changes.add(asItIs(item));
        }
        untold = statusVersion - told - changes.size();
        return changes;
    }

    private StatusChange asItIs(ReportItem item) {
        return new StatusChange(
                id,
                party,
                reference,
                item.id(),
                item.number(),
                item.status(),
                status,
                statusVersion,
                item.reason(),
                item.updatedAt());
    }

    /** Leaves out items that the party has reported before; what is left is stored. */
    void keep(Predicate<ReportItem> isNew) {
        items.removeIf(item -> !isNew.test(item));
    }

    void hold(@Nullable String reason) {
        legalHold = reason;
    }

    UUID id() {
        return id;
    }

    String party() {
        return party;
    }

    @Nullable
    String unit() {
        return unit;
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

    @Nullable
    String regency() {
        return regency;
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

    boolean goodFaith() {
        return goodFaith;
    }

    @Nullable
    String newFacts() {
        return newFacts;
    }

    @Nullable
    Measure measure() {
        return measure;
    }

    List<LegalGround> legalBasis() {
        return List.copyOf(legalBasis);
    }

    @Nullable
    String legalAnalysis() {
        return legalAnalysis;
    }

    @Nullable
    Authority authority() {
        return authority;
    }

    @Nullable
    Confidentiality confidentiality() {
        return confidentiality;
    }

    @Nullable
    String legalHold() {
        return legalHold;
    }

    ItemStatus status() {
        return status;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    List<ReportItem> items() {
        return List.copyOf(items);
    }

    List<ReportReference> references() {
        return List.copyOf(references);
    }
}
