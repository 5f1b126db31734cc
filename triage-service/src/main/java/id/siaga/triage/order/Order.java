// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.clock.ClockSubject;
import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.persistence.CascadeType;
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
import java.util.UUID;
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

    @Embedded
    private Grounds grounds;

    @Embedded
    private Milestones times;

    @Column(name = "acknowledgement_reference")
    private @Nullable String acknowledgementReference;

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
        order.grounds = draft.grounds();
        order.times = new Milestones(at, serveBy);
        order.history.add(new Transition(OrderStatus.ISSUED, at, by.key(), by.party(), null));
        return order;
    }

    void names(OrderLocator locator) {
        locators.add(locator);
    }

    /** A proof of receipt; only the earliest counts, whenever it becomes known. */
    boolean receivedEarlier(Instant proof) {
        return times.receivedAt == null || proof.isBefore(times.receivedAt);
    }

    /** A proof cannot be older than the order: clocks of two machines differ a little. */
    Instant plausible(Instant proof) {
        return proof.isBefore(times.issuedAt) ? times.issuedAt : proof;
    }

    void received(Instant proof, Instant target, @Nullable Instant legal) {
        times.receivedAt = proof;
        times.actBy = target;
        times.legalDue = legal;
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
            times.acknowledgedAt = at;
            acknowledgementReference = reference;
            become(OrderStatus.ACKNOWLEDGED, why, by, at);
        }
    }

    /** Every locator has its result. */
    void answeredIfComplete(Actor by, Instant at) {
        if (status.canBecome(OrderStatus.ANSWERED) && locators.stream().allMatch(l -> l.outcome() != null)) {
            times.answeredAt = at;
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
            times.closedAt = at;
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
        return new ClockSubject(id, caseId, instrument.name(), category, grounds.lawInstrument(), urgent);
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

    String category() {
        return category;
    }

    boolean urgent() {
        return urgent;
    }

    Grounds grounds() {
        return grounds;
    }

    Milestones times() {
        return times;
    }

    List<OrderLocator> locators() {
        return locators;
    }

    List<Transition> history() {
        return history;
    }
}
