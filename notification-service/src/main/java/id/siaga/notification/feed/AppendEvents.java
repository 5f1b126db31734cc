// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import id.siaga.messaging.IncomingEvent;
import id.siaga.notification.delivery.EventsTaken;
import id.siaga.notification.delivery.StructuredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps each event for each party that it names, and once for all partners. */
@ApplicationScoped
class AppendEvents {

    private final FeedEntries entries;
    private final FeedHeads heads;
    private final FeedMetrics metrics;

    AppendEvents(FeedEntries entries, FeedHeads heads, FeedMetrics metrics) {
        this.entries = entries;
        this.heads = heads;
        this.metrics = metrics;
    }

    void append(@Observes EventsTaken taken) {
        List<FeedEntries.Appended> appended = taken.events().stream()
                .map(StructuredEvent::event)
                .flatMap(AppendEvents::channels)
                .toList();
        entries.append(appended, taken.at());
    }

    void told(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsTaken taken) {
        heads.lookNow();
        metrics.appended(taken.events().size());
    }

    private static Stream<FeedEntries.Appended> channels(IncomingEvent event) {
        String named = event.audience().stream()
                .filter(name -> !name.equals(FeedReader.PARTNERS))
                .sorted()
                .collect(Collectors.joining(","));
        return event.audience().stream()
                .map(channel -> new FeedEntries.Appended(
                        channel,
                        event.id(),
                        event.type(),
                        event.subject(),
                        channel.equals(FeedReader.PARTNERS) ? named : ""));
    }
}
