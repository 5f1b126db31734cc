// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery event says of its delivery.
 *
 * @param received whether it has arrived before: then it has been told of, and no repetition is
 * @param fallbackId the endpoint that is told instead, or as well
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
        boolean received,
        @Nullable UUID fallbackId) {

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
                delivery.received(),
                null);
    }

    DeliveryFacts goingTo(@Nullable UUID fallback) {
        return new DeliveryFacts(
                id,
                eventId,
                eventType,
                subject,
                correlationId,
                endpointId,
                party,
                attempts,
                lastError,
                received,
                fallback);
    }
}
