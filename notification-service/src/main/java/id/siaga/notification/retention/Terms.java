// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import java.time.Duration;

/** For how long what is kept; refused where the database's functions would keep it longer anyway, or one needs another. */
record Terms(Duration attempts, Duration events) {

    private static final Duration LEAST_OF_ATTEMPTS = Duration.ofDays(30);
    private static final Duration LEAST_OF_EVENTS = Duration.ofDays(60);

    Terms {
        if (attempts.compareTo(LEAST_OF_ATTEMPTS) < 0) {
            throw new IllegalStateException(
                    "siaga.retention.attempts must be " + LEAST_OF_ATTEMPTS.toDays() + " days at least");
        }
        if (events.compareTo(LEAST_OF_EVENTS) < 0) {
            throw new IllegalStateException(
                    "siaga.retention.events must be " + LEAST_OF_EVENTS.toDays() + " days at least");
        }
        if (events.compareTo(attempts) < 0) {
            throw new IllegalStateException(
                    "siaga.retention.events must not be shorter than siaga.retention.attempts: an attempt in the log"
                            + " is of an event that can be sent again");
        }
    }

    static Terms of(RetentionConfig config) {
        return new Terms(config.attempts(), config.events());
    }
}
