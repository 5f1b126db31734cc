// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a party may know, read once more from a time on, for who tells it anew. */
@ApplicationScoped
public class RereadFeed {

    /** Replicas' clocks differ: numbers grow with the time to within so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final ReadFeed feed;
    private final FeedEntries entries;

    RereadFeed(ReadFeed feed, FeedEntries entries) {
        this.feed = feed;
        this.entries = entries;
    }

    /** A part of what a party may know, with a little of what was taken before and after it. */
    public record Stretch(FeedPosition begin, FeedPosition end) {}

    /** What was taken between two times. */
    public Stretch between(String party, boolean partner, Instant since, Instant until) {
        FeedPosition head = feed.head(party);
        FeedPosition begin = before(party, since.minus(CLOCKS_DIFFER), head);
        FeedPosition end = before(party, until.plus(CLOCKS_DIFFER), head);
        return new Stretch(begin, partner ? end : end.withShared(begin.shared()));
    }

    private FeedPosition before(String party, Instant time, FeedPosition head) {
        return new FeedPosition(
                entries.before(party, time, head.own()), entries.before(FeedReader.PARTNERS, time, head.shared()));
    }

    /**
     * What follows a place, in the order in which it can be read.
     *
     * @param partner whether the party may know what every partner may
     * @param types patterns as endpoints have them; none for all
     */
    public FeedPage after(String party, boolean partner, FeedPosition place, List<String> types, int limit) {
        return feed.after(new FeedReader(party, partner), place, TypeFilter.of(String.join(",", types)), limit);
    }
}
