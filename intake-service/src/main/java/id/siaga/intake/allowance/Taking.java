// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import java.time.Duration;
import java.util.List;

/**
 * What became of an attempt to take.
 *
 * @param granted whether all that was asked for was taken; otherwise nothing was
 * @param asked how many
 * @param standings each limit of the bucket and what it has left
 * @param delay until as many could be taken, when they were not
 */
record Taking(boolean granted, long asked, List<Standing> standings, Duration delay) {

    /** A limit and what it has left. */
    record Standing(Policy policy, long left) {}

    /** The limit that did not allow it; of several, the one that lasts longest. */
    Standing exhausted() {
        return standings.stream()
                .filter(one -> one.left() < asked)
                .reduce((first, second) -> second)
                .orElseGet(standings::getFirst);
    }

    /** Whole seconds until as many could be taken: never 0, or the caller would be back at once. */
    long delaySeconds() {
        return Math.max(1, delay.plusNanos(999_999_999).toSeconds());
    }
}
