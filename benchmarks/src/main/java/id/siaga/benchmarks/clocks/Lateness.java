// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.clocks;

import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Stopwatch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How long after its time each of some clocks is seen fired, committed; looked for every few milliseconds. */
final class Lateness {

    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration AHEAD = Duration.ofSeconds(2);

    private final ClockDatabase database;
    private final Clock clock;

    Lateness(ClockDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Latency of(int count) throws SQLException, InterruptedException {
        Instant from = clock.instant().plus(AHEAD);
        Map<UUID, Instant> planned = database.release(count, from);
        Stopwatch watch = new Stopwatch();
        try (Connection connection = database.open();
                PreparedStatement query =
                        connection.prepareStatement("select id from public.clock where id = any (?) and fired > 0")) {
            while (!planned.isEmpty()) {
                if (clock.instant().isAfter(from.plus(LONGEST))) {
                    throw new IllegalStateException("clocks that were due were not fired");
                }
                look(connection, query, planned, watch);
                Thread.sleep(GLANCE);
            }
        }
        return Latency.of(List.of(watch));
    }

    private void look(Connection connection, PreparedStatement query, Map<UUID, Instant> planned, Stopwatch watch)
            throws SQLException {
        query.setArray(1, connection.createArrayOf("uuid", planned.keySet().toArray()));
        try (ResultSet row = query.executeQuery()) {
            long nanos = System.nanoTime();
            Instant now = clock.instant();
            while (row.next()) {
                Instant due = planned.remove(row.getObject(1, UUID.class));
                watch.lap(nanos - Duration.between(due, now).toNanos());
            }
        }
    }
}
