// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery event says of its delivery.
 *
 * @param received whether it has arrived before: then it has been told of, and no repetition is
 */
record DeliveryFacts(
        UUID id,
        UUID eventId,
        String eventType,
        String subject,
        String correlationId,
        UUID endpointId,
        String party,
        int attempts,
        @Nullable String lastError,
        boolean received) {

    static DeliveryFacts of(ClaimedDelivery delivery, int attempts, @Nullable String lastError) {
        return new DeliveryFacts(
                delivery.id(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.subject(),
                delivery.correlationId(),
                delivery.endpointId(),
                delivery.party(),
                attempts,
                lastError,
                delivery.received());
    }
}
