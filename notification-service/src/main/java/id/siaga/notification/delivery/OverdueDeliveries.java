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
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Information whose time is over while it waits behind an open breaker. */
@ApplicationScoped
class OverdueDeliveries {

    /** What is in flight is left to whoever tries it, and so are lanes that somebody else works on. */
    private static final String LOCK = """
            WITH overdue AS (
                SELECT d.* FROM endpoint_trouble t CROSS JOIN LATERAL (
                    SELECT d.id, d.endpoint_id, d.lane FROM delivery d
                    WHERE d.endpoint_id = t.endpoint_id AND %1$s <= ? AND NOT (%2$s)
                    ORDER BY %1$s LIMIT ?) d
                WHERE t.opened_at IS NOT NULL LIMIT ?),
            locked AS (
                SELECT l.endpoint_id, l.subject FROM lane l
                WHERE (l.endpoint_id, l.subject) IN (SELECT endpoint_id, lane FROM overdue)
                  AND (l.lease IS NULL OR l.due_at <= ?)
                ORDER BY l.endpoint_id, l.subject FOR UPDATE SKIP LOCKED)
            SELECT o.id FROM overdue o JOIN locked l ON l.endpoint_id = o.endpoint_id AND l.subject = o.lane""".formatted(Waiting.SINCE, Priority.isOrder("d.event_type"));

    /** A statement of its own: what has been sent meanwhile, is queued anew or may go again is left alone. */
    private static final String ABANDON = """
            UPDATE delivery d SET status = 'ABANDONED', finished_at = ?, last_error = ?
            WHERE d.id = ANY (?) AND %s <= ?
              AND EXISTS (
                SELECT 1 FROM endpoint_trouble t WHERE t.endpoint_id = d.endpoint_id AND t.opened_at IS NOT NULL)
            RETURNING d.id, d.endpoint_id, d.lane""".formatted(Waiting.SINCE);

    /** What waited for a head that has ended need not wait for that one's next try. */
    private static final String FREE_LANES = """
            UPDATE lane l SET lease = NULL, in_flight = NULL, due_at = CASE WHEN EXISTS (
                SELECT 1 FROM delivery p
                WHERE p.endpoint_id = l.endpoint_id AND p.lane = l.subject AND p.status = 'PENDING'
                  AND (p.sequence, p.id) < (d.sequence, d.id)) THEN l.due_at ELSE least(l.due_at, ?) END
            FROM (SELECT DISTINCT ON (endpoint_id, lane) endpoint_id, lane, sequence, id
                  FROM delivery WHERE id = ANY (?) ORDER BY endpoint_id, lane, sequence, id) d
            WHERE l.endpoint_id = d.endpoint_id AND l.subject = d.lane""";

    private final Database database;

    OverdueDeliveries(Database database) {
        this.database = database;
    }

    /**
     * Locks the lanes of those that have waited longest, and returns their ids.
     *
     * @param since when they were queued at the latest
     */
    List<UUID> lock(Instant since, Instant now, int limit) {
        database.findByIndex();
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LOCK)) {
                Parameters.of(select).time(since).number(limit).number(limit).time(now);
                return ids(select);
            }
        });
    }

    /** Ends those that {@link #lock} found, and returns how many. */
    int abandon(Collection<UUID> ids, Instant since, String why, Instant now) {
        return database.run(connection -> {
            List<UUID> abandoned = new ArrayList<>();
            List<UUID> endpoints = new ArrayList<>();
            List<String> lanes = new ArrayList<>();
            try (PreparedStatement update = connection.prepareStatement(ABANDON)) {
                Parameters.of(update).time(now).text(why).array("uuid", ids).time(since);
                try (ResultSet row = update.executeQuery()) {
                    while (row.next()) {
                        abandoned.add(row.getObject(1, UUID.class));
                        endpoints.add(row.getObject(2, UUID.class));
                        lanes.add(row.getString(3));
                    }
                }
            }
            EmptyLanes.end(connection, endpoints, lanes);
            free(connection, abandoned, now);
            return abandoned.size();
        });
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static void free(Connection connection, Collection<UUID> ended, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FREE_LANES)) {
            Parameters.of(update).time(now).array("uuid", ended);
            update.executeUpdate();
        }
    }
}
