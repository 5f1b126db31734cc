// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** What a leased lane is leased for: its head, until something is queued before it. */
final class InFlight {

    /** A statement of its own: under the lanes' locks it sees who has claimed them until now. */
    private static final String REMEMBER = """
            UPDATE lane l SET in_flight = tried.id
            FROM (SELECT endpoint_id, lane, min(sequence) AS sequence
                  FROM delivery WHERE id = ANY (?) GROUP BY endpoint_id, lane) q
            CROSS JOIN LATERAL (
                SELECT p.id, p.sequence FROM delivery p
                WHERE p.endpoint_id = q.endpoint_id AND p.lane = q.lane AND p.status = 'PENDING' AND p.id <> ALL (?)
                ORDER BY p.sequence, p.id LIMIT 1) tried
            WHERE l.endpoint_id = q.endpoint_id AND l.subject = q.lane AND q.sequence <= tried.sequence
              AND l.lease IS NOT NULL AND l.in_flight IS NULL""";

    private InFlight() {}

    /**
     * Lets lanes name what is in flight where it is no longer their head.
     *
     * @param queued what this transaction has queued, whose lanes it holds
     */
    static void remember(Connection connection, Collection<UUID> queued) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REMEMBER)) {
            Parameters.of(update).array("uuid", queued).array("uuid", queued);
            update.executeUpdate();
        }
    }
}
