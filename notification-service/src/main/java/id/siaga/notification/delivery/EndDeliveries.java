// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.endpoint.EndpointEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Ends what waits for an endpoint together with the endpoint, and says so: an order must find another way. */
@ApplicationScoped
class EndDeliveries {

    private final Deliveries deliveries;
    private final FailOver failOver;
    private final DeliveryEvents events;
    private final Clock clock;

    EndDeliveries(Deliveries deliveries, FailOver failOver, DeliveryEvents events, Clock clock) {
        this.deliveries = deliveries;
        this.failOver = failOver;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction that ends the endpoint. */
    void endWith(@Observes EndpointEnded endpoint) {
        Instant now = clock.instant();
        List<DeliveryFacts> cancelled = deliveries.cancelWaiting(endpoint.endpointId(), endpoint.why(), now);
        events.abandoned(failOver.of(cancelled, now), endpoint.why(), now);
    }
}
