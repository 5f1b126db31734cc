// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queues an event of our own for one endpoint, as if its party alone might know it. */
@ApplicationScoped
public class QueueEvent {

    private final QueuedDeliveries queue;
    private final Event<DeliveriesQueued> queued;
    private final Clock clock;

    QueueEvent(QueuedDeliveries queue, Event<DeliveriesQueued> queued, Clock clock) {
        this.queue = queue;
        this.queued = queued;
        this.clock = clock;
    }

    /**
     * Queues it.
     *
     * @return the delivery's id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID queue(IncomingEvent event, UUID endpointId, String party) {
        Instant now = clock.instant();
        UUID id = Uuid7.at(now);
        StructuredEvent structured = StructuredEvent.of(event);
        queue.keep(List.of(structured), now);
        queue.add(List.of(new NewDelivery(id, structured, endpointId, party, true, null)), now);
        queued.fire(new DeliveriesQueued());
        return id;
    }
}
