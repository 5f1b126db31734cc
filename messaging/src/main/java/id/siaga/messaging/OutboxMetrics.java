// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * How many rows wait in the outbox, up to 100,000, and for how many seconds the oldest has. Sampled beside the relay, so that a relay that
 * hangs shows; the scrape itself never waits for the database. NaN when the database could not be asked.
 */
@ApplicationScoped
class OutboxMetrics {

    private static final int EVERY_SECONDS = 5;

    /** A start has something else to do, and others that ask the database at once. */
    private static final int FIRST_SECONDS = 1;

    /**
     * What is counted at most: whoever has so much to do does not have to be told how much more. In the order of the key,
     * whose index forgets dead rows at once; to count the table is to read what a busy day has left there.
     */
    private static final int MOST = 100_000;

    private record Sample(double depth, double age) {}

    private static final Sample UNKNOWN = new Sample(Double.NaN, Double.NaN);

    private final DataSource database;
    private final MeterRegistry metrics;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Sample last = UNKNOWN;

    OutboxMetrics(DataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("siaga.outbox.depth", () -> last.depth())
                .description("Events that wait to be published, up to 100,000.")
                .baseUnit("events")
                .register(metrics);
        Gauge.builder("siaga.outbox.age", () -> last.age())
                .description("For how long the oldest event has waited to be published.")
                .baseUnit("seconds")
                .register(metrics);
        Thread.ofPlatform().daemon().name("outbox-metrics").start(this::sampleUntilStopped);
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    private void sampleUntilStopped() {
        try {
            for (int rest = FIRST_SECONDS; !stop.await(rest, TimeUnit.SECONDS); rest = EVERY_SECONDS) {
                last = sample();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Sample sample() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)"
                                + " FROM (SELECT created_at FROM outbox ORDER BY position LIMIT ?) AS waiting")) {
            query.setInt(1, MOST);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? new Sample(result.getDouble(1), result.getDouble(2)) : UNKNOWN;
            }
        } catch (SQLException | RuntimeException e) {
            return UNKNOWN;
        }
    }
}
