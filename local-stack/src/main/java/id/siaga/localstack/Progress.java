// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells the person at the terminal what takes long, and only that. */
final class Progress implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 2;
    private static final int REPEAT_SECONDS = 10;

    private final Consumer<String> listener;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("progress").daemon().factory());

    Progress(Consumer<String> listener) {
        this.listener = listener;
    }

    void tell(String line) {
        listener.accept(line);
    }

    /** Work that may fail. */
    interface Work {
        void run() throws Exception;
    }

    /** Does the work; {@code doing} is told when it lasts longer than two seconds, and again while it lasts. */
    void during(String doing, Work work) throws Exception {
        long start = System.nanoTime();
        Future<?> reminder = clock.scheduleAtFixedRate(
                () -> listener.accept("%s ... %d s".formatted(doing, secondsSince(start))),
                PATIENCE_SECONDS,
                REPEAT_SECONDS,
                TimeUnit.SECONDS);
        try {
            work.run();
            if (secondsSince(start) >= PATIENCE_SECONDS) {
                listener.accept("%s: done after %d s".formatted(doing, secondsSince(start)));
            }
        } finally {
            reminder.cancel(false);
        }
    }

    private static long secondsSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
