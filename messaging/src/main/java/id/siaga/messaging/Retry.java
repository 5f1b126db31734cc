// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How often something is tried that must not be given up: soon at first, then every few seconds, and seldom logged. */
final class Retry {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration LOG_EVERY = Duration.ofSeconds(30);

    private int failures;
    private long loggedAt;

    int failures() {
        return failures;
    }

    /** Counts a failure. Jitter keeps replicas from coming back all at once. */
    Duration next() {
        long limit = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(limit / 2, limit + 1));
    }

    /** The first failure is worth a line, and then one now and then. */
    boolean worthLogging() {
        long now = System.nanoTime();
        if (failures > 1 && now - loggedAt < LOG_EVERY.toNanos()) {
            return false;
        }
        loggedAt = now;
        return true;
    }

    void succeeded() {
        failures = 0;
    }
}
