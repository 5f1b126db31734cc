// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A party says that it has what it pulled. That only ever moves on; of each order that is passed the other services are
 * told, since it is a proof of receipt.
 */
@ApplicationScoped
class CommitEvents {

    /** What one transaction passes; who commits a year at once does it in many, each of which stands. */
    private static final int STEP = 1000;

    private final ReadFeed feed;
    private final FeedCommits commits;
    private final CommittedEvents events;
    private final FeedMetrics metrics;
    private final Clock clock;

    CommitEvents(ReadFeed feed, FeedCommits commits, CommittedEvents events, FeedMetrics metrics, Clock clock) {
        this.feed = feed;
        this.commits = commits;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    CommitView commit(FeedReader reader, FeedCursor cursor) {
        feed.check(cursor.position(), reader, "/after");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        FeedPosition reached;
        do {
            reached = QuarkusTransaction.requiringNew().call(() -> step(reader.party(), cursor, now));
        } while (cursor.position().own() > reached.own());
        return new CommitView(new FeedCursor(reached, TypeFilter.of(null)).toString());
    }

    private FeedPosition step(String party, FeedCursor cursor, Instant now) {
        FeedPosition from = commits.lock(party, now);
        FeedPosition wanted = cursor.position();
        // What is no longer kept is passed at once, and proves nothing any more.
        long kept = Math.max(from.own(), feed.oldest(party).own());
        FeedPosition to = new FeedPosition(
                Math.max(from.own(), Math.min(wanted.own(), kept + STEP)), Math.max(from.shared(), wanted.shared()));
        if (!to.equals(from)) {
            List<FeedCommits.Passed> passed = commits.orders(party, kept, to.own(), cursor.types());
            events.committed(party, passed, now);
            commits.move(party, to, now);
            metrics.committed(passed.size());
        }
        return to;
    }
}
