// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a try may take. An order that must be served soon is tried in shorter ones: an endpoint that hangs would use up
 * in a few what it is owed in ten.
 *
 * @param longest of any try
 */
public record AttemptLimit(Duration longest) {

    /** An endpoint that is well answers in this; fewer tries are better than tries that cannot succeed. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    /** The limit of a try that begins now. */
    public Duration of(ClaimedDelivery delivery, Instant now) {
        return of(delivery.attempts() - delivery.attemptsBefore(), now, delivery.serveBy());
    }

    /**
     * The limit of a try that begins now.
     *
     * @param attempts how many were made before
     * @param serveBy when it must be served, for an order that was issued
     */
    Duration of(int attempts, Instant now, @Nullable Instant serveBy) {
        int owed = RetrySchedule.MANDATORY_TRIES - attempts;
        if (serveBy == null || owed <= 0 || !now.isBefore(serveBy)) {
            return longest;
        }
        Duration share = Duration.between(now, serveBy).dividedBy(owed).minus(RetrySchedule.SHORTEST);
        Duration atLeast = share.compareTo(LEAST) < 0 ? LEAST : share;
        return atLeast.compareTo(longest) < 0 ? atLeast : longest;
    }
}
