// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.clocks;

import id.siaga.benchmarks.measure.Contestant;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Sample;
import id.siaga.benchmarks.measure.Stopwatch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The service, which is given clocks that are due, and fires each with its record and its event. */
final class FiringService implements Contestant {

    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final ClockDatabase database;
    private final int batch;

    FiringService(ClockDatabase database, int batch) {
        this.database = database;
        this.batch = batch;
    }

    @Override
    public String name() {
        return "triage: clock, record, event";
    }

    /** Releases clocks until the time is over; counted is from when they are due until the last is fired. */
    @Override
    public Sample work(Duration time) throws Exception {
        Stopwatch watch = new Stopwatch();
        long begun = System.nanoTime();
        long taken = 0;
        long done = 0;
        do {
            database.release("public", batch);
            long released = System.nanoTime();
            awaitAllFired(released);
            watch.lap(released);
            taken += System.nanoTime() - released;
            done += batch;
        } while (System.nanoTime() - begun < time.toNanos());
        return new Sample(done, Duration.ofNanos(taken), Latency.of(List.of(watch)));
    }

    private void awaitAllFired(long released) throws SQLException, InterruptedException {
        while (database.anyDue()) {
            if (System.nanoTime() - released > LONGEST.toNanos()) {
                throw new IllegalStateException("clocks that were due were not fired");
            }
            Thread.sleep(GLANCE);
        }
    }
}
