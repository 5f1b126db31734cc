// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.Uuid7;
import id.siaga.notification.endpoint.Announcement;
import id.siaga.notification.endpoint.Subscriber;
import id.siaga.notification.endpoint.Subscribers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps each event that anybody may know, and queues it for every endpoint that wants to hear it. */
@ApplicationScoped
class FanOut {

    private final Subscribers endpoints;
    private final QueuedDeliveries queue;
    private final Event<DeliveriesQueued> queued;
    private final Event<EventsTaken> taken;
    private final Clock clock;

    FanOut(
            Subscribers endpoints,
            QueuedDeliveries queue,
            Event<DeliveriesQueued> queued,
            Event<EventsTaken> taken,
            Clock clock) {
        this.endpoints = endpoints;
        this.queue = queue;
        this.queued = queued;
        this.taken = taken;
        this.clock = clock;
    }

    /** Runs in the transaction that marks the events as taken. */
    void queue(List<IncomingEvent> events) {
        Map<UUID, StructuredEvent> told = events.stream()
                .map(StructuredEvent::of)
                .filter(e -> !e.event().audience().isEmpty())
                .collect(Collectors.toMap(
                        e -> e.event().id(), Function.identity(), (first, same) -> first, LinkedHashMap::new));
        if (told.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        queue.keep(told.values(), now);
        tell(told, endpoints.of(told.values().stream().map(FanOut::announcement).toList()), now);
    }

    /** Of news of our own, in a transaction that may hold an endpoint: others that are locked just now only pull it. */
    void queueOwn(IncomingEvent event) {
        Instant now = clock.instant();
        StructuredEvent structured = StructuredEvent.of(event);
        queue.keep(List.of(structured), now);
        tell(Map.of(event.id(), structured), endpoints.free(announcement(structured)), now);
    }

    private void tell(Map<UUID, StructuredEvent> told, List<Subscriber> subscribers, Instant now) {
        if (!subscribers.isEmpty()) {
            List<NewDelivery> deliveries = subscribers.stream()
                    .map(s -> NewDelivery.of(Uuid7.at(now), told, s))
                    .toList();
            queue.add(deliveries, now);
            queued.fire(new DeliveriesQueued());
        }
        taken.fire(new EventsTaken(List.copyOf(told.values()), now));
    }

    private static Announcement announcement(StructuredEvent structured) {
        return structured.announcement(structured.event().audience());
    }
}
