// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    /** SQL: of a delivery {@code d} and its event {@code e}, what {@link #returned} reads. */
    static final String COLUMNS =
            "d.id, d.event_id, d.event_type, d.subject, e.correlation_id, d.endpoint_id, d.party, d.attempts, d.last_error,"
                    + " d.received_at IS NOT NULL AS received";

    /** Of what a statement that returns these columns has done. */
    static List<DeliveryFacts> returned(PreparedStatement statement) throws SQLException {
        List<DeliveryFacts> facts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                facts.add(of(row));
            }
        }
        return facts;
    }

    static DeliveryFacts of(ResultSet row) throws SQLException {
        return new DeliveryFacts(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getString("subject"),
                row.getString("correlation_id"),
                row.getObject("endpoint_id", UUID.class),
                row.getString("party"),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getBoolean("received"),
                null);
    }

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
