// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What has ended for an endpoint, and its way back into the queue. All of it needs the endpoint's lock, under which nothing
 * that has ended begins anew: only outcomes are recorded without it, and they end what waits.
 */
@ApplicationScoped
class EndedDeliveries {

    /** What the endpoint that stood in has taken is not missing, and what is no longer kept cannot be sent. */
    private static final String UNDELIVERED = """
            SELECT d.id, d.subject, d.sequence, d.event_type, d.finished_at FROM delivery d
            WHERE d.endpoint_id = ? AND d.status IN ('ABANDONED', 'CANCELLED')
              AND (d.subject, d.sequence, d.id) > (?, ?, ?) AND NOT EXISTS (
                SELECT 1 FROM delivery s WHERE s.endpoint_id IN (d.fallback_id, d.fallback_of)
                    AND s.event_id = d.event_id AND s.status = 'SUCCEEDED')
              AND EXISTS (SELECT 1 FROM event e WHERE e.id = d.event_id)
            ORDER BY d.subject, d.sequence, d.id LIMIT ?""";

    /** A lane that exists is touched, and so locked; it is due, unless anything of it is in flight. */
    private static final String LANES = """
            INSERT INTO lane (endpoint_id, subject, priority, due_at)
            SELECT endpoint_id, lane, min(%s), ?
            FROM delivery WHERE id = ANY (?) GROUP BY endpoint_id, lane ORDER BY lane
            ON CONFLICT (endpoint_id, subject) DO UPDATE SET
                priority = least(lane.priority, excluded.priority),
                lease = CASE WHEN lane.due_at > excluded.due_at THEN lane.lease END,
                in_flight = CASE WHEN lane.due_at > excluded.due_at THEN lane.in_flight END,
                due_at = CASE WHEN lane.lease IS NOT NULL AND lane.due_at > excluded.due_at
                    THEN lane.due_at ELSE excluded.due_at END""".formatted(Priority.rankOf("event_type"));

    private static final String REOPEN = """
            UPDATE delivery SET
                received_at = CASE WHEN status = 'SUCCEEDED' THEN coalesce(received_at, finished_at) ELSE received_at END,
                status = 'PENDING', resumed_at = ?, attempts_before = attempts, finished_at = NULL,
                fallback_id = NULL, fallback_of = NULL
            WHERE id = ANY (?)""";

    private final Database database;

    EndedDeliveries(Database database) {
        this.database = database;
    }

    /** Those that never arrived and still can, behind a place, subject by subject and each in order. */
    List<Undelivered> undelivered(UUID endpointId, Undelivered.Place place, int limit) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(UNDELIVERED)) {
                Parameters.of(select)
                        .id(endpointId)
                        .text(place.subject())
                        .number(place.sequence())
                        .id(place.id())
                        .number(limit);
                List<Undelivered> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Undelivered(
                                new Undelivered.Place(
                                        row.getString("subject"),
                                        row.getLong("sequence"),
                                        row.getObject("id", UUID.class)),
                                row.getString("event_type"),
                                Parameters.requiredTime(row, "finished_at")));
                    }
                }
                return found;
            }
        });
    }

    /**
     * A delivery of the endpoint, of one of some events.
     *
     * @param ended whether it has, whichever way
     */
    record Told(UUID id, UUID eventId, boolean ended) {}

    /** Of these events, those of which there is a delivery to the endpoint. */
    List<Told> told(UUID endpointId, Collection<UUID> events) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, event_id, status <> 'PENDING' FROM delivery WHERE endpoint_id = ? AND event_id = ANY (?)""")) {
                Parameters.of(select).id(endpointId).array("uuid", events);
                List<Told> told = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        told.add(new Told(
                                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)));
                    }
                }
                return told;
            }
        });
    }

    /** Queues deliveries again that have ended. */
    void reopen(Collection<UUID> ids, Instant now) {
        database.run(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(LANES)) {
                Parameters.of(upsert).time(now).array("uuid", ids);
                upsert.executeUpdate();
            }
            try (PreparedStatement update = connection.prepareStatement(REOPEN)) {
                Parameters.of(update).time(now).array("uuid", ids);
                update.executeUpdate();
            }
            InFlight.remember(connection, ids);
            return ids.size();
        });
    }
}
