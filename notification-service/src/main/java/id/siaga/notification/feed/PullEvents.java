// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import id.siaga.notification.endpoint.NotificationRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gives a party what it may know after a place, and waits a while for it if there is none. */
@ApplicationScoped
class PullEvents {

    private final ReadFeed feed;
    private final FeedCommits commits;
    private final FeedHeads heads;
    private final FeedPlaces places;
    private final FeedMetrics metrics;

    PullEvents(ReadFeed feed, FeedCommits commits, FeedHeads heads, FeedPlaces places, FeedMetrics metrics) {
        this.feed = feed;
        this.commits = commits;
        this.heads = heads;
        this.places = places;
        this.metrics = metrics;
    }

    /**
     * What follows a place.
     *
     * @param after null to go on behind what the party has committed
     * @throws NotificationRefusal.EventsGone when some of it is no longer kept
     */
    EventPage pull(FeedReader reader, @Nullable String after, TypeFilter types, int limit, Duration wait)
            throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        FeedPosition begin = begin(reader, after, "query:after");
        FeedPage page = read(reader, begin, types, limit);
        if (page.isEmpty() && !wait.isZero()) {
            FeedPlaces.Place held = places.take(reader.party());
            try (held) {
                page = await(reader, page, types, limit, end);
            }
        }
        metrics.pulled(page.events().size());
        return EventPage.of(page, types);
    }

    /** The place that a reader names, or that behind what it has committed; who never has begins with the oldest. */
    FeedPosition begin(FeedReader reader, @Nullable String after, String place) {
        FeedPosition begin = after == null
                ? commits.committed(reader.party()).orElseGet(() -> feed.oldest(reader.party()))
                : FeedCursor.parse(after, place).position();
        feed.check(begin, reader, place);
        return begin;
    }

    FeedPage read(FeedReader reader, FeedPosition place, TypeFilter types, int limit) {
        return feed.next(reader, place, types, limit);
    }

    private FeedPage await(FeedReader reader, FeedPage empty, TypeFilter types, int limit, long end)
            throws InterruptedException {
        FeedPage page = empty;
        long left = end - System.nanoTime();
        while (page.isEmpty() && left > 0 && !heads.stopping()) {
            if (!page.more()) {
                heads.awaitBeyond(ReadFeed.numbers(reader, page.next()), Duration.ofNanos(left));
            }
            page = read(reader, page.next(), types, limit);
            left = end - System.nanoTime();
        }
        return page;
    }
}
