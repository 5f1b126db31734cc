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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deliveries of one order to an endpoint and to the one that stands in for it. */
@ApplicationScoped
class Fallbacks {

    /**
     * The fallback stays locked against its end, so that nothing is queued for one that is being deleted. It is said of its
     * delivery, too, when most of the time is gone, unless that is so already.
     */
    private static final String QUEUE = """
            WITH failing AS (
                SELECT d.*, f.id AS stand_in, e.taken_at + (d.serve_by - e.taken_at) * 0.8 AS nearly_over
                FROM delivery d
                JOIN event e ON e.id = d.event_id
                JOIN endpoint p ON p.id = d.endpoint_id
                JOIN endpoint f ON f.id = p.fallback_id AND f.party = p.party AND f.status = 'ACTIVE'
                WHERE d.id = ANY (?) AND d.fallback_id IS NULL AND d.fallback_of IS NULL
                ORDER BY f.id, d.id
                FOR SHARE OF f),
            queued AS (
                INSERT INTO delivery (id, endpoint_id, party, event_id, event_type, subject, sequence, status, serve_by,
                                      failing_at, fallback_of, created_at)
                SELECT uuidv7(), stand_in, party, event_id, event_type, subject, sequence, 'PENDING', serve_by,
                       CASE WHEN nearly_over > ? THEN nearly_over END, endpoint_id, ?
                FROM failing
                ON CONFLICT (endpoint_id, event_id) DO NOTHING
                RETURNING id, endpoint_id, subject),
            touched AS (
                INSERT INTO lane (endpoint_id, subject, priority, due_at)
                SELECT DISTINCT endpoint_id, subject, ?::smallint, ?::timestamptz FROM queued
                ORDER BY endpoint_id, subject
                ON CONFLICT (endpoint_id, subject) DO UPDATE SET priority = excluded.priority)
            SELECT id FROM queued""";

    /** Also where the fallback was told before, or anyway: what it has taken need not be taken twice. */
    private static final String MARK = """
            UPDATE delivery d SET fallback_id = s.endpoint_id
            FROM endpoint p, delivery s
            WHERE d.id = ANY (?) AND d.fallback_of IS NULL AND p.id = d.endpoint_id
              AND s.endpoint_id = coalesce(d.fallback_id, p.fallback_id) AND s.event_id = d.event_id
              AND s.status IN ('PENDING', 'SUCCEEDED')
            RETURNING d.id, d.fallback_id""";

    /** What another transaction holds comes up by itself; nobody waits here, who holds a lane already. */
    private static final String HURRY = """
            UPDATE lane SET due_at = ? WHERE (endpoint_id, subject) IN (
                SELECT l.endpoint_id, l.subject
                FROM delivery d
                JOIN delivery s ON s.event_id = d.event_id AND s.endpoint_id IN (d.fallback_id, d.fallback_of)
                JOIN lane l ON l.endpoint_id = s.endpoint_id AND l.subject = s.lane
                WHERE d.id = ANY (?) AND s.status = 'PENDING' AND l.lease IS NULL AND NOT EXISTS (
                    SELECT 1 FROM delivery ahead
                    WHERE ahead.endpoint_id = s.endpoint_id AND ahead.lane = s.lane
                      AND ahead.status = 'PENDING' AND (ahead.sequence, ahead.id) < (s.sequence, s.id))
                FOR UPDATE OF l SKIP LOCKED)""";

    private final Database database;

    Fallbacks(Database database) {
        this.database = database;
    }

    /** Queues these orders for the fallbacks of their endpoints; returns which endpoint is told, or was, of which. */
    Map<UUID, UUID> queue(Collection<UUID> deliveries, Instant now) {
        return database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(QUEUE)) {
                Parameters.of(insert)
                        .array("uuid", deliveries)
                        .time(now)
                        .time(now)
                        .number(Priority.ORDER.rank())
                        .time(now);
                // The fallback may be told already what came later about the same subject.
                InFlight.remember(connection, ids(insert));
            }
            return mark(connection, deliveries);
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

    private static Map<UUID, UUID> mark(Connection connection, Collection<UUID> deliveries) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MARK)) {
            Parameters.of(update).array("uuid", deliveries);
            Map<UUID, UUID> told = new HashMap<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    told.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
            return told;
        }
    }

    /** One endpoint has taken these orders: the deliveries to the other ones are looked at at once, and ended. */
    void hurry(Collection<UUID> deliveries, Instant now) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(HURRY)) {
                Parameters.of(update).time(now).array("uuid", deliveries);
                return update.executeUpdate();
            }
        });
    }
}
