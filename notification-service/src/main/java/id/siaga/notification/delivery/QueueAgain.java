// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static java.util.stream.Collectors.toSet;

import id.siaga.messaging.Uuid7;
import id.siaga.notification.delivery.EndedDeliveries.Told;
import id.siaga.notification.delivery.HeldDeliveries.Held;
import id.siaga.notification.endpoint.Announcement;
import id.siaga.notification.endpoint.NotificationRefusal;
import id.siaga.notification.endpoint.Subscriber;
import id.siaga.notification.endpoint.Subscribers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells an endpoint again what it was told, or should have been: the same event under the same {@code webhook-id}, with a
 * schedule that begins anew. Whoever calls this has locked the endpoint against its end.
 */
@ApplicationScoped
public class QueueAgain {

    private static final String PARTNERS = "*";

    private final HeldDeliveries held;
    private final EndedDeliveries ended;
    private final KeptEvents kept;
    private final QueuedDeliveries queue;
    private final Subscribers endpoints;
    private final Event<DeliveriesQueued> queued;
    private final Clock clock;

    QueueAgain(
            HeldDeliveries held,
            EndedDeliveries ended,
            KeptEvents kept,
            QueuedDeliveries queue,
            Subscribers endpoints,
            Event<DeliveriesQueued> queued,
            Clock clock) {
        this.held = held;
        this.ended = ended;
        this.kept = kept;
        this.queue = queue;
        this.endpoints = endpoints;
        this.queued = queued;
        this.clock = clock;
    }

    /**
     * An event that the endpoint's party may know.
     *
     * @param body as it is stored
     * @param shared whether the party may know it as every partner may
     */
    public record Known(String body, boolean shared) {}

    /**
     * Makes one delivery due now, however it stands. One that is being tried is on its way already, and one with others
     * before it brings them forward.
     *
     * @return false when the endpoint has no such delivery
     * @throws NotificationRefusal.EventGone when it has ended and its event is no longer kept
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean resend(UUID endpointId, UUID id) {
        Instant now = clock.instant();
        Optional<Held> found = held.hold(endpointId, id, now);
        if (found.isEmpty()) {
            return false;
        }
        Held delivery = found.get();
        switch (delivery.status()) {
            case PENDING -> held.dueNow(delivery, now);
            case SUCCEEDED, ABANDONED, CANCELLED -> {
                kept.hold(id);
                ended.reopen(List.of(id), now);
            }
        }
        queued.fire(new DeliveriesQueued());
        return true;
    }

    /** What never arrived, behind a place, subject by subject and each in order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Undelivered> undelivered(UUID endpointId, Undelivered.Place place, int limit) {
        return ended.undelivered(endpointId, place, limit);
    }

    /** Queues again what {@link #undelivered} found in this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recover(List<Undelivered> deliveries) {
        reopen(deliveries.stream().map(Undelivered::id).toList(), clock.instant());
    }

    /**
     * Queues of these events those that the endpoint wants, once more or for the first time, and leaves those alone that wait
     * already.
     *
     * @return how many that are
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int replay(UUID endpointId, String party, List<Known> events) {
        Instant now = clock.instant();
        Map<UUID, StructuredEvent> stored = new LinkedHashMap<>();
        List<Subscriber> wanted = endpoints.wanted(
                endpointId,
                events.stream()
                        .map(known -> announcement(known, party, stored, now))
                        .toList());
        List<Told> told =
                ended.told(endpointId, wanted.stream().map(Subscriber::eventId).toList());
        reopen(told.stream().filter(Told::ended).map(Told::id).toList(), now);
        Set<UUID> known = told.stream().map(Told::eventId).collect(toSet());
        List<NewDelivery> missing = wanted.stream()
                .filter(subscriber -> !known.contains(subscriber.eventId()))
                .map(subscriber -> NewDelivery.of(Uuid7.at(now), stored, subscriber))
                .toList();
        if (!missing.isEmpty()) {
            queue.add(missing, now);
            queued.fire(new DeliveriesQueued());
        }
        return missing.size() + (int) told.stream().filter(Told::ended).count();
    }

    private void reopen(List<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            ended.reopen(ids, now);
            queued.fire(new DeliveriesQueued());
        }
    }

    /** As fan-out announces it, to the audience that the party is known to be in. */
    private static Announcement announcement(
            Known known, String party, Map<UUID, StructuredEvent> stored, Instant now) {
        StructuredEvent event = StructuredEvent.stored(known.body(), now);
        stored.put(event.event().id(), event);
        return event.announcement(Set.of(known.shared() ? PARTNERS : party));
    }
}
