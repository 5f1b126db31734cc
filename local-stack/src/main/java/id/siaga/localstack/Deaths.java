// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The recent deaths of one service: how long to wait before the next start, and when to stop trying. */
final class Deaths {

    static final int TOO_MANY = 5;
    static final Duration RECENTLY = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Deque<Instant> recent = new ArrayDeque<>();
    private int neverReady;

    /** @param wasReady whether it had been ready since its start; a machine may be too slow for five starts a minute */
    void add(Instant at, boolean wasReady) {
        recent.addLast(at);
        recent.removeIf(death -> death.isBefore(at.minus(RECENTLY)));
        neverReady = wasReady ? 0 : neverReady + 1;
    }

    boolean areTooMany() {
        return recent.size() >= TOO_MANY || neverReady >= TOO_MANY;
    }

    Duration pause() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.max(0, recent.size() - 1));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
