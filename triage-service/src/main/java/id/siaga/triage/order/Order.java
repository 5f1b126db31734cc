// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.waiting.WaitReason;
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

    @Embedded
    private Asked asked;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Embedded
    private Milestones times;

    @Column(name = "acknowledgement_reference")
    private @Nullable String acknowledgementReference;

    private long sequence;

    private long untold;

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

    static Order issue(UUID id, Asked asked, Instant serveBy, Actor by, Instant at) {
        Order order = new Order();
        order.id = id;
        order.asked = asked;
        order.status = OrderStatus.ISSUED;
        order.times = new Milestones(at, serveBy);
        order.history.add(new Transition(OrderStatus.ISSUED, at, by.key(), by.party(), null));
        return order;
    }

    void names(OrderLocator locator) {
        locators.add(locator);
    }

    /** It has reached the platform; news of that may come late, and then changes nothing. */
    void deliver(String why, Actor by, Instant at) {
        if (status == OrderStatus.ISSUED) {
            become(OrderStatus.DELIVERED, why, by, at);
        }
    }

    /** The platform says that it has it; saying so again changes nothing. */
    void acknowledge(@Nullable String reference, @Nullable String why, Actor by, Instant at) {
        if (times.acknowledgedAt == null && status.canBecome(OrderStatus.ACKNOWLEDGED)) {
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

    /** Refuses what would lead where no way leads from here. */
    void expect(OrderStatus next) {
        if (!status.canBecome(next)) {
            throw new TriageRefusal.IllegalTransition("The order", status, status.allowed());
        }
    }

    /** The platform cannot act before the desk has replied. */
    void pause(WaitReason reason, Actor by, Instant at) {
        OrderStatus waiting = OrderStatus.waitingFor(reason.kind());
        expect(waiting);
        become(waiting, reason.why(), by, at);
    }

    /** The desk has said what the platform waited for. */
    void replied(String reply, Actor by, Instant at) {
        if (!status.waiting()) {
            throw new TriageRefusal.IllegalTransition("The order", status, status.allowed());
        }
        become(OrderStatus.ACKNOWLEDGED, reply, by, at);
    }

    /** Refuses where no answer stands that could be looked at. */
    void expectCheckable() {
        switch (status) {
            case ANSWERED, CLOSED, REAPPEARED -> {
                // Later checks look at closed orders, and at what else an order had named that is back in part.
            }
            case ISSUED, DELIVERED, ACKNOWLEDGED, CLARIFICATION_REQUESTED, IMPOSSIBLE, WITHDRAWN, REINSTATED ->
                throw new TriageRefusal.IllegalTransition("The order", status, status.allowed());
        }
    }

    /** What the answer says was found to be so at every locator. */
    void closeIfChecked(Actor by, Instant at) {
        if (locators.stream().allMatch(OrderLocator::checked)) {
            closeUnchecked(null, by, at);
        }
    }

    /** Nobody needs to look any longer. */
    void closeUnchecked(@Nullable String why, Actor by, Instant at) {
        if (status.canBecome(OrderStatus.CLOSED)) {
            times.closedAt = at;
            locators.forEach(OrderLocator::close);
            become(OrderStatus.CLOSED, why, by, at);
        }
    }

    /** It is no longer asked for; what was done is to be undone. */
    void withdraw(String reason, Actor by, Instant at) {
        expect(OrderStatus.WITHDRAWN);
        locators.forEach(OrderLocator::close);
        become(OrderStatus.WITHDRAWN, reason, by, at);
    }

    /** The platform has undone what it had done. */
    void reinstated(Actor by, Instant at) {
        expect(OrderStatus.REINSTATED);
        become(OrderStatus.REINSTATED, null, by, at);
    }

    /** What was done at some of its locators does not hold. */
    void reappear(List<OrderLocator> back, String note, Actor by, Instant at) {
        expect(OrderStatus.REAPPEARED);
        locators.forEach(OrderLocator::close);
        back.forEach(locator -> locator.reappear(at));
        become(OrderStatus.REAPPEARED, note, by, at);
    }

    private void become(OrderStatus next, @Nullable String why, Actor by, Instant at) {
        status = next;
        history.add(new Transition(next, at, by.key(), by.party(), why));
    }

    /** Whether the order waited for the desk until this step. */
    boolean waitedUntil(Transition step) {
        int number = history.indexOf(step);
        return number > 0 && history.get(number - 1).status().waiting();
    }

    /** The number of the next event about this order; the caller holds its row lock. */
    long nextSequence() {
        return ++sequence;
    }

    /** Of the numbers, one under which nobody outside the suite is told anything. */
    void keepsToItself() {
        untold++;
    }

    /**
     * Is told again: goes on behind all that anybody has seen.
     *
     * @param told how much others were told
     * @param seen the highest number that they have seen
     */
    void resume(long told, long seen) {
        sequence = Math.max(sequence, seen);
        untold = sequence - told;
    }

    UUID id() {
        return id;
    }

    Asked asked() {
        return asked;
    }

    OrderStatus status() {
        return status;
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
