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

/** The table {@code lane}: what is due, and who gets it. */
@ApplicationScoped
class Lanes {

    /**
     * Walks the endpoints that have lanes by index, and takes from each at most the places that it has free: the
     * cost depends on how many endpoints there are and not on how much waits, and a hanging one fills its own
     * places only. The count is of this moment; two replicas claiming at once may exceed it by what one takes.
     */
    private static final String CLAIM = """
            WITH RECURSIVE waiting (endpoint_id) AS (
                (SELECT endpoint_id FROM lane ORDER BY endpoint_id LIMIT 1)
                UNION ALL
                SELECT (SELECT l.endpoint_id FROM lane l WHERE l.endpoint_id > w.endpoint_id
                        ORDER BY l.endpoint_id LIMIT 1)
                FROM waiting w WHERE w.endpoint_id IS NOT NULL),
            due AS (
                SELECT d.endpoint_id, d.subject
                FROM waiting w
                CROSS JOIN LATERAL (
                    SELECT count(*) AS in_flight FROM lane l
                    WHERE l.endpoint_id = w.endpoint_id AND l.lease IS NOT NULL AND l.due_at > ?) busy
                CROSS JOIN LATERAL (
                    SELECT l.endpoint_id, l.subject, l.due_at FROM lane l
                    WHERE l.endpoint_id = w.endpoint_id AND l.priority = ? AND l.due_at <= ?
                    ORDER BY l.due_at LIMIT greatest(? - busy.in_flight, 0)
                    FOR UPDATE SKIP LOCKED) d
                ORDER BY busy.in_flight, d.due_at LIMIT ?)
            UPDATE lane SET lease = gen_random_uuid(), due_at = ?, in_flight = NULL
            FROM due WHERE lane.endpoint_id = due.endpoint_id AND lane.subject = due.subject
            RETURNING lane.endpoint_id, lane.subject, lane.lease""";

    /** A statement of its own: it must see what was recorded by the last holder of the lanes just claimed. */
    private static final String HEADS = """
            SELECT c.endpoint_id, c.subject, c.lease, d.id, d.party, d.event_id, d.event_type, d.attempts,
                   d.attempts_before, d.received_at IS NOT NULL AS received, d.serve_by,
                   coalesce(d.resumed_at, d.created_at) AS queued_at, e.correlation_id, e.body
            FROM unnest(?::uuid[], ?::text[], ?::uuid[]) AS c (endpoint_id, subject, lease)
            CROSS JOIN LATERAL (
                SELECT * FROM delivery
                WHERE endpoint_id = c.endpoint_id AND subject = c.subject AND status = 'PENDING'
                ORDER BY sequence, id LIMIT 1) d
            JOIN event e ON e.id = d.event_id""";

    private final Database database;

    Lanes(Database database) {
        this.database = database;
    }

    private record Claim(UUID endpointId, String subject, UUID lease) {}

    /**
     * Leases the heads of due lanes.
     *
     * @param perEndpoint how many one endpoint may have in flight
     * @param limit how many to claim at most
     */
    List<ClaimedDelivery> claim(Priority priority, int perEndpoint, int limit, Instant now, Instant leaseEnd) {
        return database.run(connection -> {
            List<Claim> claims = new ArrayList<>();
            try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
                Parameters.of(update)
                        .time(now)
                        .number(priority.rank())
                        .time(now)
                        .number(perEndpoint)
                        .number(limit)
                        .time(leaseEnd);
                try (ResultSet row = update.executeQuery()) {
                    while (row.next()) {
                        claims.add(new Claim(
                                row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)));
                    }
                }
            }
            return claims.isEmpty() ? List.of() : heads(connection, priority, claims);
        });
    }

    private static List<ClaimedDelivery> heads(Connection connection, Priority priority, List<Claim> claims)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            Parameters.of(select)
                    .array("uuid", claims.stream().map(Claim::endpointId).toList())
                    .array("text", claims.stream().map(Claim::subject).toList())
                    .array("uuid", claims.stream().map(Claim::lease).toList());
            List<ClaimedDelivery> heads = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heads.add(head(row, priority));
                }
            }
            return heads;
        }
    }

    private static ClaimedDelivery head(ResultSet row, Priority priority) throws SQLException {
        return new ClaimedDelivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getString("party"),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getString("subject"),
                row.getString("correlation_id"),
                priority,
                row.getObject("lease", UUID.class),
                row.getInt("attempts"),
                row.getInt("attempts_before"),
                row.getBoolean("received"),
                Parameters.time(row, "serve_by"),
                Parameters.requiredTime(row, "queued_at"),
                row.getBytes("body"));
    }
}
