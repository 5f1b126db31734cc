// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Has the fallback of an endpoint told the orders that the endpoint does not take, under the same webhook-id. One step: what
 * stands in for another goes no further, and mere information stays where it is.
 */
@ApplicationScoped
class FailOver {

    private final Fallbacks fallbacks;
    private final Event<DeliveriesQueued> queued;

    FailOver(Fallbacks fallbacks, Event<DeliveriesQueued> queued) {
        this.fallbacks = fallbacks;
        this.queued = queued;
    }

    /** In the transaction that finds it out; returns the deliveries with the endpoint that is told instead, if one is. */
    List<DeliveryFacts> of(List<DeliveryFacts> deliveries, Instant now) {
        Map<UUID, UUID> told = tell(
                deliveries.stream()
                        .filter(delivery -> Priority.of(delivery.eventType()) == Priority.ORDER && !delivery.received())
                        .map(DeliveryFacts::id)
                        .toList(),
                now);
        return deliveries.stream()
                .map(delivery -> delivery.goingTo(told.get(delivery.id())))
                .toList();
    }

    /** Of deliveries of orders; returns the endpoint that is told of each for which there is one. */
    Map<UUID, UUID> tell(List<UUID> orders, Instant now) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        Map<UUID, UUID> told = fallbacks.queue(orders, now);
        if (!told.isEmpty()) {
            queued.fire(new DeliveriesQueued());
        }
        return told;
    }
}
