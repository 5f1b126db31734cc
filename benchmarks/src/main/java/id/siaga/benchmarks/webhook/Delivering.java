// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import id.siaga.benchmarks.measure.Contestant;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Sample;
import id.siaga.benchmarks.measure.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The service, which finds deliveries queued, and signs, sends and logs each. */
final class Delivering implements Contestant {

    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final DeliveryDatabase database;
    private final Receivers receivers;
    private final int events;
    private UUID begun;
    private long made;

    Delivering(DeliveryDatabase database, Receivers receivers, int events) throws Exception {
        this.database = database;
        this.receivers = receivers;
        this.events = events;
        this.begun = database.now();
    }

    @Override
    public String name() {
        return "notification: signed, sent, logged";
    }

    /** A moment before the first attempt of the last turn. */
    UUID begun() {
        return begun;
    }

    /** Queues until the time is over; counted is from when deliveries are due until the last is logged. */
    @Override
    public Sample work(Duration time) throws Exception {
        Stopwatch watch = new Stopwatch();
        begun = database.now();
        long start = System.nanoTime();
        long taken = 0;
        long done = 0;
        do {
            long expected = receivers.confirmed() + (long) events * receivers.count();
            database.queue(events, "now()");
            long due = System.nanoTime();
            awaitAll(expected, due);
            watch.lap(due);
            taken += System.nanoTime() - due;
            done += (long) events * receivers.count();
        } while (System.nanoTime() - start < time.toNanos());
        made += done;
        return new Sample(done, Duration.ofNanos(taken), Latency.of(List.of(watch)));
    }

    /** How many deliveries there were in all turns. */
    long made() {
        return made;
    }

    private void awaitAll(long expected, long due) throws Exception {
        while (receivers.confirmed() < expected || database.anyLane()) {
            if (System.nanoTime() - due > LONGEST.toNanos()) {
                throw new IllegalStateException("deliveries that were due were not made");
            }
            Thread.sleep(GLANCE);
        }
    }
}
