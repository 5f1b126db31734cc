// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much waits, and for how long. */
@ApplicationScoped
public class Backlog {

    /** So many are counted; of more is said what the database knows from when it last looked, or that there are more. */
    static final int COUNTED = 10_000;

    /** In the order of an index: rows that ended long ago would be passed one by one otherwise. */
    private static final String PENDING = """
            SELECT CASE WHEN n.counted <= ? THEN n.counted ELSE greatest(n.counted, (
                SELECT reltuples::bigint FROM pg_class WHERE oid = 'delivery_waiting'::regclass)) END
            FROM (SELECT count(*) AS counted FROM (
                SELECT 1 FROM delivery WHERE status = 'PENDING' ORDER BY endpoint_id, lane LIMIT ?) p) n""";

    /** From endpoint to endpoint, and of each the one that has waited longest: all of it by index. */
    private static final String OLDEST = """
            WITH RECURSIVE waiting (endpoint_id) AS (
                (SELECT endpoint_id FROM lane ORDER BY endpoint_id LIMIT 1)
                UNION ALL
                SELECT (SELECT l.endpoint_id FROM lane l WHERE l.endpoint_id > w.endpoint_id
                        ORDER BY l.endpoint_id LIMIT 1)
                FROM waiting w WHERE w.endpoint_id IS NOT NULL)
            SELECT min(o.since) AS oldest FROM waiting w CROSS JOIN LATERAL (
                SELECT %1$s AS since FROM delivery d
                WHERE d.endpoint_id = w.endpoint_id AND %1$s IS NOT NULL
                ORDER BY %1$s LIMIT 1) o""".formatted(Waiting.SINCE);

    private final Database database;
    private final Clock clock;

    Backlog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What waits.
     *
     * @param pending how many; an estimate where they are more than {@link #COUNTED}
     * @param age of the oldest
     */
    public record Size(long pending, Duration age) {}

    @Transactional
    public Size size() {
        return database.run(connection -> new Size(pending(connection), age(connection)));
    }

    private static long pending(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PENDING)) {
            Parameters.of(select).number(COUNTED).number(COUNTED + 1);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Duration age(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OLDEST);
                ResultSet row = select.executeQuery()) {
            row.next();
            Instant oldest = Parameters.time(row, "oldest");
            return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        }
    }
}
