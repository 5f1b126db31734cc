// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one attempt went. */
public sealed interface DeliveryOutcome {

    /** When the attempt began. */
    Instant startedAt();

    /** How long it took. */
    Duration duration();

    /**
     * A 2xx.
     *
     * @param receivedAt when it arrived
     */
    record Received(Instant startedAt, Duration duration, int httpStatus, String excerpt, Instant receivedAt)
            implements DeliveryOutcome {}

    /**
     * Anything else.
     *
     * @param httpStatus null when no answer arrived
     * @param error why, in our words
     * @param excerpt the beginning of the answer, for the endpoint's owner
     * @param retryAfter how long the endpoint asks us to wait
     */
    record Failed(
            Instant startedAt,
            Duration duration,
            @Nullable Integer httpStatus,
            String error,
            @Nullable String excerpt,
            @Nullable Duration retryAfter)
            implements DeliveryOutcome {

        boolean gone() {
            return httpStatus != null && httpStatus == 410;
        }
    }

    /** The time at which the attempt was over. */
    default Instant endedAt() {
        return startedAt().plus(duration());
    }
}
