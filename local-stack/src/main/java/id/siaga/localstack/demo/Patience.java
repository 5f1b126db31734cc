// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long nothing may move before it is given up; how long all of it takes depends on the machine alone. */
final class Patience {

    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(3);

    private List<String> seen = List.of();
    private Instant moved;

    Patience(Instant began) {
        this.moved = began;
    }

    /** Whether to go on waiting for what is still open, told in words that change with its state. */
    boolean lasts(List<String> open, Instant now) {
        if (!open.equals(seen)) {
            seen = List.copyOf(open);
            moved = now;
        }
        return Duration.between(moved, now).compareTo(WITHOUT_PROGRESS) < 0;
    }
}
