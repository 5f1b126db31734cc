// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import id.siaga.notification.delivery.Claims.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What waits at the head of lanes. */
@ApplicationScoped
class Heads {

    /** A statement of its own: it must see what was recorded by the last holder of the lanes just claimed. */
    private static final String HEADS = """
            SELECT c.endpoint_id, d.subject, c.lease, d.id, d.party, d.event_id, d.event_type, d.lane, d.attempts,
                   d.attempts_before, d.received_at IS NOT NULL AS received, d.serve_by,
                   coalesce(d.resumed_at, d.created_at) AS queued_at, e.correlation_id, e.body,
                   CASE WHEN d.fallback_id IS NULL AND d.fallback_of IS NULL THEN 'ALONE'
                        WHEN EXISTS (SELECT 1 FROM delivery s
                                     WHERE s.endpoint_id IN (d.fallback_id, d.fallback_of) AND s.event_id = d.event_id
                                       AND s.status = 'SUCCEEDED') THEN 'TAKEN'
                        ELSE 'SHARED' END AS standing,
                   EXISTS (SELECT 1 FROM endpoint_trouble t WHERE t.endpoint_id = d.endpoint_id) AS troubled
            FROM unnest(?::uuid[], ?::text[], ?::uuid[]) AS c (endpoint_id, subject, lease)
            CROSS JOIN LATERAL (
                SELECT * FROM delivery
                WHERE endpoint_id = c.endpoint_id AND lane = c.subject AND status = 'PENDING'
                ORDER BY sequence, id LIMIT 1) d
            JOIN event e ON e.id = d.event_id""";

    private final Database database;

    Heads(Database database) {
        this.database = database;
    }

    List<ClaimedDelivery> of(Priority priority, List<Claim> claims) {
        return claims.isEmpty() ? List.of() : database.run(connection -> of(connection, priority, claims));
    }

    private static List<ClaimedDelivery> of(Connection connection, Priority priority, List<Claim> claims)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            Parameters.of(select)
                    .array("uuid", claims.stream().map(Claim::endpointId).toList())
                    .array("text", claims.stream().map(Claim::lane).toList())
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
                row.getString("lane"),
                row.getString("correlation_id"),
                priority,
                row.getObject("lease", UUID.class),
                row.getInt("attempts"),
                row.getInt("attempts_before"),
                row.getBoolean("received"),
                Parameters.time(row, "serve_by"),
                Parameters.requiredTime(row, "queued_at"),
                Standing.valueOf(row.getString("standing")),
                row.getBoolean("troubled"),
                row.getBytes("body"));
    }
}
