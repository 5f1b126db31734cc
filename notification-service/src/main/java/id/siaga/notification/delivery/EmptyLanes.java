// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Lanes in which nothing waits any more. */
final class EmptyLanes {

    /** By their limits, each lane is asked for by itself: as a join, all lanes or all that waits might be read for it. */
    private static final String END = """
            DELETE FROM lane WHERE ctid = ANY (ARRAY(
                SELECT l.ctid FROM unnest(?::uuid[], ?::text[]) AS c (endpoint_id, subject)
                CROSS JOIN LATERAL (
                    SELECT l.ctid FROM lane l
                    WHERE l.endpoint_id = c.endpoint_id AND l.subject = c.subject LIMIT 1) l
                WHERE (
                    SELECT d.id FROM delivery d
                    WHERE d.endpoint_id = c.endpoint_id AND d.lane = c.subject AND d.status = 'PENDING' LIMIT 1) IS NULL))""";

    private EmptyLanes() {}

    /**
     * Ends those of these lanes that are empty, and returns how many. A statement of its own under the lanes' locks: it must see
     * what was queued by whoever had them locked before.
     *
     * @param endpoints one for each lane
     */
    static int end(Connection connection, Collection<UUID> endpoints, Collection<String> lanes) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(END)) {
            Parameters.of(delete).array("uuid", endpoints).array("text", lanes);
            return delete.executeUpdate();
        }
    }
}
