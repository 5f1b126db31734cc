// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import java.time.Instant;
import java.util.List;

/**
 * What was read of a feed.
 *
 * @param next after all of it, and after what was left out between
 * @param more whether there is more to read at once
 */
public record FeedPage(List<Placed> events, FeedPosition next, boolean more) {

    /**
     * An event at its place.
     *
     * @param after the place behind it
     * @param shared whether it is for every partner
     * @param event as webhooks carry it
     */
    public record Placed(FeedPosition after, boolean shared, Instant takenAt, String event) {}

    boolean isEmpty() {
        return events.isEmpty();
    }
}
