// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

/**
 * A place in what one party may know: after so many of its own events, and after so many of those that every partner may
 * know.
 */
public record FeedPosition(long own, long shared) {

    public boolean beyond(FeedPosition other) {
        return own > other.own || shared > other.shared;
    }

    /** The later place in each of the two parts. */
    FeedPosition orLater(FeedPosition other) {
        return new FeedPosition(Math.max(own, other.own), Math.max(shared, other.shared));
    }

    FeedPosition withOwn(long number) {
        return new FeedPosition(number, shared);
    }

    FeedPosition withShared(long number) {
        return new FeedPosition(own, number);
    }
}
