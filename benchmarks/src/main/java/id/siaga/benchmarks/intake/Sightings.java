// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Stopwatch;
import id.siaga.localstack.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks into the desk's database, again and again, for the items that were accepted: what has committed there is what the desk sees.
 * A look every few milliseconds, so that the time to it is right to as much.
 */
final class Sightings implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Connection desk;
    private final Map<UUID, Long> awaited = new ConcurrentHashMap<>();
    private Stopwatch seen = new Stopwatch();

    Sightings(Endpoints.Database triage) throws SQLException {
        desk = DriverManager.getConnection(triage.url(), triage.owner(), triage.ownerPassword());
    }

    /** From now on the item is looked for. */
    void await(UUID item, long acceptedNanos) {
        awaited.put(item, acceptedNanos);
    }

    /** How many are accepted and not visible yet. */
    int outstanding() {
        return awaited.size();
    }

    /** Looks once, and returns when the next look is due. */
    void look() throws SQLException, InterruptedException {
        long next = System.nanoTime() + BETWEEN_LOOKS.toNanos();
        if (!awaited.isEmpty()) {
            lookOnce();
        }
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
    }

    private void lookOnce() throws SQLException {
        UUID[] open = awaited.keySet().toArray(UUID[]::new);
        try (PreparedStatement query =
                desk.prepareStatement("SELECT item_id FROM reported_item WHERE item_id = ANY (?)")) {
            query.setArray(1, desk.createArrayOf("uuid", open));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    seen.lap(awaited.remove(row.getObject(1, UUID.class)));
                }
            }
        }
    }

    /** How long it took until each was visible, of all since the last time that this was asked. */
    Latency taken() {
        Latency latency = Latency.of(List.of(seen));
        seen = new Stopwatch();
        return latency;
    }

    @Override
    public void close() throws SQLException {
        desk.close();
    }
}
