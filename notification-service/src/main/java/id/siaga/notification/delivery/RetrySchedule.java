// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a failed delivery is tried again. An order has a time by which it must be served, and is owed a number of
 * tries before it; everything else backs off. Jitter only shortens a wait, so that it cannot cost an order a try. Where time
 * is short, the tries themselves have to be: see {@link AttemptLimit}.
 */
final class RetrySchedule {

    /** Tries that an order is owed before it must be served. */
    static final int MANDATORY_TRIES = 10;

    static final Duration PERIOD = Duration.ofDays(3);

    private static final List<Duration> ORDER_STEPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));
    private static final Duration ORDER_LATE = Duration.ofMinutes(5);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);
    /** Between the end of a try and the next, whatever is asked for. */
    static final Duration SHORTEST = Duration.ofMillis(500);

    private static final double JITTER = 0.2;

    private final Duration attemptLimit;

    /** @param attemptLimit how long one attempt may take: it is time that the next ones do not have */
    RetrySchedule(Duration attemptLimit) {
        this.attemptLimit = attemptLimit;
    }

    /**
     * The wait before the next try.
     *
     * @param attempts how many were made, at least one
     * @param serveBy when it must be served, for an order that was issued
     * @param asked what the endpoint asked for with Retry-After
     * @param random 0 to 1
     */
    Duration delay(
            Priority priority,
            int attempts,
            Instant now,
            @Nullable Instant serveBy,
            @Nullable Duration asked,
            double random) {
        Duration longest = longest(priority, attempts, now, serveBy);
        Duration planned = jittered(min(step(priority, attempts, now, serveBy), longest), random);
        return max(asked == null ? planned : max(planned, min(asked, longest)), SHORTEST);
    }

    /** Whether nothing is tried any more after the time of the next try. */
    boolean isOver(Instant queuedAt, Instant next) {
        return next.isAfter(queuedAt.plus(PERIOD));
    }

    private static Duration step(Priority priority, int attempts, Instant now, @Nullable Instant serveBy) {
        return switch (priority) {
            case ORDER -> {
                boolean late = serveBy == null ? attempts > ORDER_STEPS.size() : !now.isBefore(serveBy);
                yield late && attempts > ORDER_STEPS.size()
                        ? ORDER_LATE
                        : ORDER_STEPS.get(Math.min(attempts, ORDER_STEPS.size()) - 1);
            }
            case INFORMATION -> min(FIRST.multipliedBy(1L << Math.min(attempts - 1, 20)), LONGEST);
        };
    }

    /** The longest wait that anybody may ask for; for an order, the wait until the next try that it is owed. */
    private Duration longest(Priority priority, int attempts, Instant now, @Nullable Instant serveBy) {
        if (priority == Priority.INFORMATION) {
            return LONGEST_ASKED;
        }
        if (serveBy == null || !now.isBefore(serveBy)) {
            return ORDER_LATE;
        }
        int owed = MANDATORY_TRIES - attempts;
        if (owed <= 0) {
            return ORDER_STEPS.getLast();
        }
        Duration share = Duration.between(now, serveBy).dividedBy(owed).minus(attemptLimit);
        return max(share, SHORTEST);
    }

    private static Duration jittered(Duration planned, double random) {
        return Duration.ofMillis((long) (planned.toMillis() * (1 - JITTER * random)));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
