// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import java.time.Duration;

/** How often and how patiently to try again: doubling from the first pause to the longest. */
public record Backoff(int tries, Duration first, Duration longest) {

    /** About a minute: enough for a service to be restarted under a caller. */
    public static Backoff patient() {
        return new Backoff(16, Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    public Duration pauseAfter(int failures) {
        long millis = first.toMillis() << Math.min(failures - 1, 20);
        return Duration.ofMillis(Math.min(millis, longest.toMillis()));
    }
}
