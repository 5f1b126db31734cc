// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.endpoint.Subscriber;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that is to reach one endpoint.
 *
 * @param ordered whether it waits for others of its subject; those of orders always do
 * @param fallbackOf the endpoint for which it stands in, if it does
 */
record NewDelivery(
        UUID id,
        StructuredEvent event,
        UUID endpointId,
        String party,
        boolean ordered,
        @Nullable UUID fallbackOf) {

    static NewDelivery of(UUID id, Map<UUID, StructuredEvent> events, Subscriber subscriber) {
        StructuredEvent event = Objects.requireNonNull(events.get(subscriber.eventId()));
        return new NewDelivery(
                id, event, subscriber.endpointId(), subscriber.party(), subscriber.ordered(), subscriber.fallbackOf());
    }
}
