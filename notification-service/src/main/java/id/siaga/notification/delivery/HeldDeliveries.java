// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Single deliveries under their lanes' locks, which are what outcomes are recorded under, too: one that waits goes on
 * waiting, and one that is being tried is not settled, until the transaction ends.
 */
@ApplicationScoped
class HeldDeliveries {

    private static final String FIND = """
            SELECT d.status, d.event_type, d.lane, d.received_at IS NOT NULL AS received,
                   l.lease IS NOT NULL AND l.due_at > ? AS leased,
                   d.id = head.id AS is_head, d.id = coalesce(l.in_flight, head.id) AS is_tried
            FROM delivery d
            LEFT JOIN lane l ON l.endpoint_id = d.endpoint_id AND l.subject = d.lane
            LEFT JOIN LATERAL (
                SELECT p.id FROM delivery p
                WHERE p.endpoint_id = d.endpoint_id AND p.lane = d.lane AND p.status = 'PENDING'
                ORDER BY p.sequence, p.id LIMIT 1) head ON true
            WHERE d.endpoint_id = ? AND d.id = ?""";

    private final Database database;

    HeldDeliveries(Database database) {
        this.database = database;
    }

    /**
     * A delivery as it stands.
     *
     * @param received whether it has arrived before, and is only repeated
     * @param inFlight whether it is being tried at this moment
     * @param head whether its lane waits for nothing before it
     */
    record Held(
            UUID endpointId,
            UUID id,
            String lane,
            String eventType,
            DeliveryStatus status,
            boolean received,
            boolean inFlight,
            boolean head) {}

    /** Empty when the endpoint has no such delivery. */
    Optional<Held> hold(UUID endpointId, UUID id, Instant now) {
        return database.run(connection -> {
            lock(connection, endpointId, id);
            // A statement of its own: it must see what was recorded by whoever held the lane until now.
            try (PreparedStatement select = connection.prepareStatement(FIND)) {
                Parameters.of(select).time(now).id(endpointId).id(id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(held(row, endpointId, id)) : Optional.empty();
                }
            }
        });
    }

    private static void lock(Connection connection, UUID endpointId, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT 1 FROM lane WHERE endpoint_id = ? AND subject = (
                    SELECT lane FROM delivery WHERE endpoint_id = ? AND id = ?) FOR UPDATE""")) {
            Parameters.of(select).id(endpointId).id(endpointId).id(id);
            select.execute();
        }
    }

    private static Held held(ResultSet row, UUID endpointId, UUID id) throws SQLException {
        return new Held(
                endpointId,
                id,
                row.getString("lane"),
                row.getString("event_type"),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getBoolean("received"),
                row.getBoolean("leased") && row.getBoolean("is_tried"),
                row.getBoolean("is_head"));
    }

    /** Makes its lane due, unless anything of it is in flight. Whoever lost an old lease records nothing any more. */
    void dueNow(Held delivery, Instant now) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE lane SET lease = NULL, in_flight = NULL, due_at = ?
                    WHERE endpoint_id = ? AND subject = ? AND (lease IS NULL OR due_at <= ?)""")) {
                Parameters.of(update)
                        .time(now)
                        .id(delivery.endpointId())
                        .text(delivery.lane())
                        .time(now);
                return update.executeUpdate();
            }
        });
    }

    /** Ends its lane when nothing waits in it any more. */
    void endEmptyLane(Held delivery) {
        database.run(
                connection -> EmptyLanes.end(connection, List.of(delivery.endpointId()), List.of(delivery.lane())));
    }
}
