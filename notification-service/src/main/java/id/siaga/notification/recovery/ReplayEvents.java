// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.notification.delivery.QueueAgain;
import id.siaga.notification.delivery.QueueAgain.Known;
import id.siaga.notification.feed.FeedPage;
import id.siaga.notification.feed.FeedPosition;
import id.siaga.notification.feed.RereadFeed;
import id.siaga.notification.feed.RereadFeed.Stretch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Queues for an endpoint what its party may know and the endpoint wants, whether it was delivered or not, also what came before
 * the endpoint. The party's own feed says what that is: whatever names others only is not in it.
 */
@ApplicationScoped
class ReplayEvents {

    private final RereadFeed feed;
    private final QueueAgain queue;
    private final RecoveryConfig config;

    ReplayEvents(RereadFeed feed, QueueAgain queue, RecoveryConfig config) {
        this.feed = feed;
        this.queue = queue;
        this.config = config;
    }

    List<String> begin(String party, boolean partner, Instant since, Instant until) {
        Stretch stretch = feed.between(party, partner, since, until);
        return written(stretch.begin(), stretch.end());
    }

    Step step(Recovery recovery) {
        FeedPosition end = position(recovery.place().subList(2, 4));
        FeedPage page = feed.after(
                recovery.party(),
                recovery.partner(),
                position(recovery.place().subList(0, 2)),
                recovery.types(),
                config.batch());
        List<Known> events = page.events().stream()
                .filter(placed -> recovery.covers(placed.takenAt()))
                .map(placed -> new Known(placed.event(), placed.shared()))
                .toList();
        int queued = queue.replay(recovery.endpointId(), recovery.party(), events);
        return new Step(events.size(), queued, written(page.next(), end), !end.beyond(page.next()));
    }

    private static List<String> written(FeedPosition next, FeedPosition end) {
        return Stream.of(next.own(), next.shared(), end.own(), end.shared())
                .map(String::valueOf)
                .toList();
    }

    private static FeedPosition position(List<String> numbers) {
        return new FeedPosition(Long.parseLong(numbers.get(0)), Long.parseLong(numbers.get(1)));
    }
}
