// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.delivery.HeldDeliveries.Held;
import id.siaga.notification.endpoint.NotificationRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls one delivery off that waits, and says so: what is not delivered must be able to go another way. */
@ApplicationScoped
public class CancelWaiting {

    private final HeldDeliveries held;
    private final Deliveries deliveries;
    private final FailOver failOver;
    private final DeliveryEvents events;
    private final Clock clock;

    CancelWaiting(HeldDeliveries held, Deliveries deliveries, FailOver failOver, DeliveryEvents events, Clock clock) {
        this.held = held;
        this.deliveries = deliveries;
        this.failOver = failOver;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Cancels it; what is cancelled already is left so.
     *
     * @param ordersToo whether also what an order tells its platform, unless it has arrived before and is only repeated
     * @throws NotificationRefusal.EndpointNotFound when the endpoint has no such delivery
     * @throws NotificationRefusal.OrderMustArrive of such an order
     * @throws NotificationRefusal.DeliveryInFlight while it is being tried
     * @throws NotificationRefusal.DeliveryEnded when it has ended another way
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void cancel(UUID endpointId, UUID id, boolean ordersToo, String why) {
        Instant now = clock.instant();
        Held delivery = held.hold(endpointId, id, now).orElseThrow(NotificationRefusal.EndpointNotFound::new);
        switch (delivery.status()) {
            case CANCELLED -> {}
            case SUCCEEDED, ABANDONED ->
                throw new NotificationRefusal.DeliveryEnded(delivery.status().name());
            case PENDING -> {
                if (!ordersToo && !delivery.received() && Priority.of(delivery.eventType()) == Priority.ORDER) {
                    throw new NotificationRefusal.OrderMustArrive();
                }
                if (delivery.inFlight()) {
                    throw new NotificationRefusal.DeliveryInFlight();
                }
                cancel(delivery, why, now);
            }
        }
    }

    /**
     * Ends one whose event goes; no fallback is told what cannot be sent.
     *
     * @return false when it has ended already, or is being tried
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean outlived(UUID endpointId, UUID id, String why) {
        Instant now = clock.instant();
        Optional<Held> waiting = held.hold(endpointId, id, now)
                .filter(delivery -> delivery.status() == DeliveryStatus.PENDING && !delivery.inFlight());
        waiting.ifPresent(delivery -> events.abandoned(end(delivery, why, now), why, now));
        return waiting.isPresent();
    }

    private void cancel(Held delivery, String why, Instant now) {
        events.abandoned(failOver.of(end(delivery, why, now), now), why, now);
    }

    private List<DeliveryFacts> end(Held delivery, String why, Instant now) {
        List<DeliveryFacts> cancelled = deliveries.cancel(delivery.id(), why, now);
        if (delivery.head()) {
            // What waited for it need not wait as long as it was to.
            held.dueNow(delivery, now);
        }
        held.endEmptyLane(delivery);
        return cancelled;
    }
}
