// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.consume;

import id.siaga.benchmarks.measure.Contestant;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Sample;
import id.siaga.benchmarks.measure.Stopwatch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The service, which finds a topic full of reports, and links each with all that follows from it. */
final class Linking implements Contestant {

    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final LinkDatabase database;
    private final ReportsTopic topic;
    private final int reports;
    private long mostUntold;

    Linking(LinkDatabase database, ReportsTopic topic, int reports) {
        this.database = database;
        this.topic = topic;
        this.reports = reports;
    }

    @Override
    public String name() {
        return "triage: reports linked";
    }

    /** Fills the topic until the time is over; counted is from when they may be taken until the last is linked. */
    @Override
    public Sample work(Duration time) throws Exception {
        Stopwatch watch = new Stopwatch();
        long begun = System.nanoTime();
        long taken = 0;
        long done = 0;
        do {
            database.hold();
            Collection<UUID> last = topic.publish(reports);
            long released = System.nanoTime();
            database.let();
            awaitAll(last, released);
            watch.lap(released);
            taken += System.nanoTime() - released;
            mostUntold = Math.max(mostUntold, database.untold());
            done += reports;
        } while (System.nanoTime() - begun < time.toNanos());
        return new Sample(done, Duration.ofNanos(taken), Latency.of(List.of(watch)));
    }

    /** The most events that waited for the relay when the last report was linked. */
    long mostUntold() {
        return mostUntold;
    }

    private void awaitAll(Collection<UUID> last, long released) throws SQLException, InterruptedException {
        while (!database.hasAll(last)) {
            if (System.nanoTime() - released > LONGEST.toNanos()) {
                throw new IllegalStateException("reports were not linked");
            }
            Thread.sleep(GLANCE);
        }
    }
}
