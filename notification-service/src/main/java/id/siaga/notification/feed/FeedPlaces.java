// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import id.siaga.notification.endpoint.NotificationRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The places of those that wait for events in this replica. */
@ApplicationScoped
class FeedPlaces {

    private final FeedSettings settings;
    private final AtomicInteger taken;
    private final ConcurrentHashMap<String, Integer> takenBy = new ConcurrentHashMap<>();

    FeedPlaces(FeedSettings settings, FeedMetrics metrics) {
        this.settings = settings;
        this.taken = metrics.connections();
    }

    /** What is closed when its holder goes. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Takes a place for a party.
     *
     * @throws NotificationRefusal.StreamsFull when all are taken, or as many as one party may have
     */
    Place take(String party) {
        int ofParty = takenBy.merge(party, 1, Integer::sum);
        int all = taken.incrementAndGet();
        if (ofParty > settings.connectionsPerParty() || all > settings.connections()) {
            free(party);
            throw new NotificationRefusal.StreamsFull();
        }
        return () -> free(party);
    }

    private void free(String party) {
        taken.decrementAndGet();
        takenBy.computeIfPresent(party, (name, count) -> count == 1 ? null : count - 1);
    }
}
