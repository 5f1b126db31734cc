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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Deliveries that nobody attempts: what waits for an ended endpoint, and orders that are failing. */
@ApplicationScoped
class Deliveries {

    /** A delivery that waits and whose event goes. */
    record Outlived(UUID endpointId, UUID id) {}

    private final Database database;

    Deliveries(Database database) {
        this.database = database;
    }

    /**
     * Cancels what waits for an ended endpoint and returns it. What is in flight is left to those that hold the leases. Locks
     * the lanes first, as everyone does who ends deliveries.
     */
    List<DeliveryFacts> cancelWaiting(UUID endpointId, String why, Instant now) {
        return database.run(connection -> {
            lockLanes(connection, endpointId);
            List<DeliveryFacts> cancelled;
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE delivery d SET status = 'CANCELLED', finished_at = ?, failing_at = NULL, last_error = ?
                    FROM event e
                    WHERE d.endpoint_id = ? AND d.status = 'PENDING' AND e.id = d.event_id AND d.id NOT IN (
                        SELECT coalesce(l.in_flight, head.id) FROM lane l CROSS JOIN LATERAL (
                            SELECT p.id FROM delivery p
                            WHERE p.endpoint_id = l.endpoint_id AND p.lane = l.subject AND p.status = 'PENDING'
                            ORDER BY p.sequence, p.id LIMIT 1) head
                        WHERE l.endpoint_id = ? AND l.lease IS NOT NULL AND l.due_at > ?)
                    RETURNING\s""" + DeliveryFacts.COLUMNS)) {
                Parameters.of(update)
                        .time(now)
                        .text(why)
                        .id(endpointId)
                        .id(endpointId)
                        .time(now);
                cancelled = DeliveryFacts.returned(update);
            }
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM lane WHERE endpoint_id = ? AND (lease IS NULL OR due_at <= ?)")) {
                Parameters.of(delete).id(endpointId).time(now);
                delete.executeUpdate();
            }
            return cancelled;
        });
    }

    /** Cancels one that waits. Needs its lane's lock. */
    List<DeliveryFacts> cancel(UUID id, String why, Instant now) {
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE delivery d SET status = 'CANCELLED', finished_at = ?, failing_at = NULL, last_error = ?
                    FROM event e WHERE d.id = ? AND d.status = 'PENDING' AND e.id = d.event_id
                    RETURNING\s""" + DeliveryFacts.COLUMNS)) {
                Parameters.of(update).time(now).text(why).id(id);
                return DeliveryFacts.returned(update);
            }
        });
    }

    /**
     * Some of those that wait for longer than their events are kept.
     *
     * @param before when the events were taken
     */
    List<Outlived> outlived(Instant before, int limit) {
        return database.run(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT endpoint_id, id FROM deliveries_outlived(?) LIMIT ?")) {
                Parameters.of(select).time(before).number(limit);
                List<Outlived> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Outlived(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                    }
                }
                return found;
            }
        });
    }

    private static void lockLanes(Connection connection, UUID endpointId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM lane WHERE endpoint_id = ? ORDER BY subject FOR UPDATE")) {
            Parameters.of(select).id(endpointId);
            select.execute();
        }
    }

    /** Takes orders of which it is to be said that they are failing; each is taken once, by one replica. */
    List<DeliveryFacts> takeFailing(Instant now, int limit) {
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE delivery d SET failing_at = NULL FROM event e
                    WHERE e.id = d.event_id AND d.id IN (
                        SELECT id FROM delivery WHERE failing_at <= ? ORDER BY failing_at LIMIT ?
                        FOR UPDATE SKIP LOCKED)
                    RETURNING\s""" + DeliveryFacts.COLUMNS)) {
                Parameters.of(update).time(now).number(limit);
                return DeliveryFacts.returned(update);
            }
        });
    }
}
