// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.breaker;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The table {@code endpoint_trouble}: one circuit breaker for each endpoint, shared by all replicas. Its rows are locked after
 * lanes and deliveries.
 */
@ApplicationScoped
public class Breakers {

    /** Rows that there are first, in one order; then those that are new, in the same: two batches do not cross. */
    private static final String LOCK =
            "SELECT 1 FROM endpoint_trouble WHERE endpoint_id = ANY (?) ORDER BY endpoint_id FOR UPDATE";

    private static final String FAILED = """
            WITH asked (threshold, now, next) AS (VALUES (?::integer, ?::timestamptz, ?::timestamptz))
            INSERT INTO endpoint_trouble AS t (endpoint_id, failures, failing_since, opened_at, probe_at)
            SELECT n.endpoint_id, n.failures, a.now, CASE WHEN n.failures >= a.threshold THEN a.now END,
                   CASE WHEN n.failures >= a.threshold THEN a.next END
            FROM asked a, unnest(?::uuid[], ?::integer[]) AS n (endpoint_id, failures) ORDER BY n.endpoint_id
            ON CONFLICT (endpoint_id) DO UPDATE SET
                failures = t.failures + excluded.failures,
                opened_at = CASE WHEN t.failures + excluded.failures >= (SELECT threshold FROM asked)
                                 THEN coalesce(t.opened_at, excluded.failing_since) END,
                probe_at = CASE WHEN t.failures + excluded.failures >= (SELECT threshold FROM asked)
                                THEN (SELECT next FROM asked) END,
                probing = false
            RETURNING t.endpoint_id, t.opened_at IS NOT NULL AS open""";

    /** Only information (1) waits for breakers. */
    private static final String PROBE = """
            UPDATE endpoint_trouble SET probing = true, probe_at = ? WHERE endpoint_id IN (
                SELECT t.endpoint_id FROM endpoint_trouble t
                WHERE t.probe_at <= ? AND EXISTS (
                    SELECT 1 FROM lane l WHERE l.endpoint_id = t.endpoint_id AND l.priority = 1 AND l.due_at <= ?)
                ORDER BY t.probe_at
                FOR UPDATE SKIP LOCKED)
            RETURNING endpoint_id""";

    private static final String STATE =
            "CASE WHEN opened_at IS NULL THEN 'CLOSED' WHEN probing AND probe_at > ? THEN 'HALF_OPEN' ELSE 'OPEN' END";

    private static final String HEALTH = "SELECT endpoint_id, failures, failing_since, " + STATE + " AS state"
            + " FROM endpoint_trouble WHERE endpoint_id = ANY (?)";

    private static final String COUNT = "SELECT " + STATE + ", count(*) FROM endpoint_trouble GROUP BY 1";

    private final Database database;
    private final BreakerConfig config;
    private final Clock clock;

    Breakers(Database database, BreakerConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes note of how tries went.
     *
     * @param well endpoints that have succeeded
     * @param failures how often others have failed
     * @return those of the others whose breakers are open
     */
    public Set<UUID> tried(Set<UUID> well, Map<UUID, Integer> failures) {
        if (well.isEmpty() && failures.isEmpty()) {
            return Set.of();
        }
        return database.run(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                Parameters.of(lock)
                        .array(
                                "uuid",
                                Stream.concat(well.stream(), failures.keySet().stream())
                                        .toList());
                lock.execute();
            }
            if (!well.isEmpty()) {
                forget(connection, well);
            }
            return failures.isEmpty() ? Set.of() : failed(connection, failures);
        });
    }

    private Set<UUID> failed(Connection connection, Map<UUID, Integer> failures) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement upsert = connection.prepareStatement(FAILED)) {
            Parameters.of(upsert)
                    .number(config.failures())
                    .time(now)
                    .time(now.plus(config.pause()))
                    .array("uuid", failures.keySet())
                    .array("integer", failures.values());
            Set<UUID> open = new HashSet<>();
            try (ResultSet row = upsert.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean("open")) {
                        open.add(row.getObject("endpoint_id", UUID.class));
                    }
                }
            }
            return open;
        }
    }

    /** It begins anew: all is forgotten, and what waits may go. */
    public void forget(UUID endpointId) {
        database.run(connection -> forget(connection, List.of(endpointId)));
    }

    private static int forget(Connection connection, Collection<UUID> endpointIds) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM endpoint_trouble WHERE endpoint_id = ANY (?)")) {
            Parameters.of(delete).array("uuid", endpointIds);
            return delete.executeUpdate();
        }
    }

    /**
     * Lets one event through to each endpoint whose pause is over and for which information waits.
     *
     * @param until when another is let through if nothing is heard of this one
     */
    public List<UUID> probe(Instant now, Instant until) {
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(PROBE)) {
                Parameters.of(update).time(until).time(now).time(now);
                List<UUID> probed = new ArrayList<>();
                try (ResultSet row = update.executeQuery()) {
                    while (row.next()) {
                        probed.add(row.getObject(1, UUID.class));
                    }
                }
                return probed;
            }
        });
    }

    public Health health(UUID endpointId) {
        return health(List.of(endpointId)).getOrDefault(endpointId, Health.WELL);
    }

    /** Of each that fails; the others are well. */
    public Map<UUID, Health> health(Collection<UUID> endpointIds) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(HEALTH)) {
                Parameters.of(select).time(clock.instant()).array("uuid", endpointIds);
                Map<UUID, Health> health = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        health.put(
                                row.getObject("endpoint_id", UUID.class),
                                new Health(
                                        BreakerState.valueOf(row.getString("state")),
                                        Parameters.requiredTime(row, "failing_since"),
                                        row.getInt("failures")));
                    }
                }
                return health;
            }
        });
    }

    /** How many fail, by what follows from it. */
    public Map<BreakerState, Integer> count() {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COUNT)) {
                Parameters.of(select).time(clock.instant());
                Map<BreakerState, Integer> counts = new EnumMap<>(BreakerState.class);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        counts.put(BreakerState.valueOf(row.getString(1)), row.getInt(2));
                    }
                }
                return counts;
            }
        });
    }
}
