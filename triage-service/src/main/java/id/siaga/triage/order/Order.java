// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.clock.ClockSubject;
import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A request to one platform about one case; it changes only through these verbs, under its row lock. */
@Entity(name = "PlatformOrder") // "order" is a word of the query language
@Table(name = "orders")
// Hibernate sets what is never null, and reads what we only write.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Order {

    @Id
    private UUID id;

    @Column(name = "decision_id")
    private UUID decisionId;

    @Column(name = "case_id")
    private UUID caseId;

    private String platform;
    private String party;

    @Enumerated(EnumType.STRING)
    private Instrument instrument;

    private String category;
    private boolean urgent;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private String reasons;

    @Column(name = "law_instrument")
    private @Nullable String lawInstrument;

    @Column(name = "law_article")
    private @Nullable String lawArticle;

    @Column(name = "court_ruling")
    private @Nullable String courtRuling;

    private @Nullable String proportionality;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "territorial_scope")
    private List<String> territorialScope;

    private @Nullable String redress;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "serve_by")
    private Instant serveBy;

    @Column(name = "received_at")
    private @Nullable Instant receivedAt;

    @Column(name = "act_by")
    private @Nullable Instant actBy;

    @Column(name = "legal_due")
    private @Nullable Instant legalDue;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledgement_reference")
    private @Nullable String acknowledgementReference;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    private long sequence;

    @Version
    private long version;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<OrderLocator> locators = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "order_transition", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "number")
    private List<Transition> history = new ArrayList<>();

    protected Order() {}

    static Order issue(
            UUID id, OrderDraft draft, String platform, String party, Instant serveBy, Actor by, Instant at) {
        Order order = new Order();
        order.id = id;
        order.decisionId = draft.decisionId();
        order.caseId = draft.caseId();
        order.platform = platform;
        order.party = party;
        order.instrument = draft.instrument();
        order.category = draft.category();
        order.urgent = draft.urgent();
        order.status = OrderStatus.ISSUED;
        order.reasons = draft.reasons();
        LegalBasis law = draft.legalBasis();
        if (law != null) {
            order.lawInstrument = law.instrument();
            order.lawArticle = law.article();
            order.courtRuling = law.courtRuling();
        }
        order.proportionality = draft.proportionality();
        order.territorialScope = draft.territorialScope();
        order.redress = draft.redress();
        order.issuedAt = at;
        order.serveBy = serveBy;
        order.history.add(new Transition(OrderStatus.ISSUED, at, by.key(), by.party(), null));
        return order;
    }

    void names(OrderLocator locator) {
        locators.add(locator);
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

    /** It has reached the platform; news of that may come late, and then changes nothing. */
    void deliver(String why, Actor by, Instant at) {
        if (status == OrderStatus.ISSUED) {
            become(OrderStatus.DELIVERED, why, by, at);
        }
    }

    /** The platform says that it has it; saying so again changes nothing. */
    void acknowledge(@Nullable String reference, @Nullable String why, Actor by, Instant at) {
        if (status.canBecome(OrderStatus.ACKNOWLEDGED)) {
            acknowledgedAt = at;
            acknowledgementReference = reference;
            become(OrderStatus.ACKNOWLEDGED, why, by, at);
        }
    }

    /** Every locator has its result. */
    void answeredIfComplete(Actor by, Instant at) {
        if (status.canBecome(OrderStatus.ANSWERED) && locators.stream().allMatch(l -> l.outcome() != null)) {
            answeredAt = at;
            become(OrderStatus.ANSWERED, null, by, at);
        }
    }

    /** Refuses a check of what was not answered, or was checked already. */
    void expectCheckable() {
        if (!status.canBecome(OrderStatus.CLOSED)) {
            throw new TriageRefusal.IllegalTransition("The order", status, status.allowed());
        }
    }

    void closeIfChecked(Actor by, Instant at) {
        if (status.canBecome(OrderStatus.CLOSED) && locators.stream().allMatch(OrderLocator::checked)) {
            closedAt = at;
            locators.forEach(OrderLocator::close);
            become(OrderStatus.CLOSED, null, by, at);
        }
    }

    private void become(OrderStatus next, @Nullable String why, Actor by, Instant at) {
        status = next;
        history.add(new Transition(next, at, by.key(), by.party(), why));
    }

    /** The number of the next event about this order; the caller holds its row lock. */
    long nextSequence() {
        return ++sequence;
    }

    ClockSubject clockSubject() {
        return new ClockSubject(id, caseId, instrument.name(), category, lawInstrument, urgent);
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    String platform() {
        return platform;
    }

    String party() {
        return party;
    }

    Instrument instrument() {
        return instrument;
    }

    OrderStatus status() {
        return status;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    List<OrderLocator> locators() {
        return locators;
    }

    List<Transition> history() {
        return history;
    }

    @Nullable
    LegalBasis legalBasis() {
        return lawInstrument == null || lawArticle == null
                ? null
                : new LegalBasis(lawInstrument, lawArticle, courtRuling);
    }

    /** @param shown how a step's actor is shown to the reader */
    OrderView view(java.util.function.Function<Transition, String> shown) {
        return new OrderView(
                id,
                caseId,
                platform,
                party,
                instrument,
                category,
                urgent,
                status,
                locators.stream().map(OrderView.Locator::of).toList(),
                reasons,
                legalBasis(),
                proportionality,
                territorialScope,
                redress,
                issuedAt,
                serveBy,
                receivedAt,
                actBy,
                legalDue,
                acknowledgedAt,
                answeredAt,
                closedAt,
                history.stream()
                        .map(step -> new OrderView.Step(step.status(), step.at(), shown.apply(step), step.why()))
                        .toList());
    }

    /** What the platform is told when the order is issued. */
    OrderNews.Issued issued() {
        return new OrderNews.Issued(new OrderNews.IssuedOrder(
                id,
                caseId,
                platform,
                party,
                instrument,
                category,
                urgent,
                OrderStatus.ISSUED,
                locators.stream()
                        .map(l -> new OrderNews.Locator(l.id(), l.url(), l.contentKey()))
                        .toList(),
                reasons,
                legalBasis(),
                proportionality,
                territorialScope,
                redress,
                issuedAt,
                serveBy));
    }
}
