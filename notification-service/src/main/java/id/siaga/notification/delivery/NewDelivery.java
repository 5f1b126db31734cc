// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.endpoint.EndpointDirectory.Subscriber;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** An event that is to reach one endpoint. */
record NewDelivery(UUID id, StructuredEvent event, UUID endpointId, String party) {

    static NewDelivery of(UUID id, Map<UUID, StructuredEvent> events, Subscriber subscriber) {
        StructuredEvent event = Objects.requireNonNull(events.get(subscriber.eventId()));
        return new NewDelivery(id, event, subscriber.endpointId(), subscriber.party());
    }
}
