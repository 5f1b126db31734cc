// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import id.siaga.notification.endpoint.NotificationRefusal;
import id.siaga.web.Admission;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells a party what it may know as it comes, on the caller's own thread: each event is written before the next page is
 * read, so that a slow reader waits for itself alone and has nothing kept for it.
 */
@ApplicationScoped
class StreamEvents {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int SECONDS_TO_WRITE = 30;
    private static final int PAGE = 50;

    private final ReadFeed feed;
    private final FeedHeads heads;
    private final FeedPlaces places;
    private final FeedSettings settings;
    private final FeedMetrics metrics;
    private final Admission admission;
    private final Clock clock;

    StreamEvents(
            ReadFeed feed,
            FeedHeads heads,
            FeedPlaces places,
            FeedSettings settings,
            FeedMetrics metrics,
            Admission admission,
            Clock clock) {
        this.feed = feed;
        this.heads = heads;
        this.places = places;
        this.settings = settings;
        this.metrics = metrics;
        this.admission = admission;
        this.clock = clock;
    }

    /** Where a stream is written to. */
    record Line(SseEventSink sink, Sse sse) {

        void write(OutboundSseEvent event) throws InterruptedException, ExecutionException, TimeoutException {
            sink.send(event).toCompletableFuture().get(SECONDS_TO_WRITE, TimeUnit.SECONDS);
        }
    }

    /**
     * Returns when the caller has gone, its token has ended, its party is admitted no longer or the service stops.
     *
     * @param begin where it goes on
     * @param end when the caller's token ends
     * @throws NotificationRefusal.EventsGone when some of what follows is no longer kept
     */
    void tell(Line line, Caller caller, FeedCursor begin, Instant end) throws InterruptedException {
        FeedReader reader = FeedReader.of(caller);
        feed.requireKept(reader, begin.position(), begin.types());
        FeedPlaces.Place held = places.take(reader.party());
        SseEventSink sink = line.sink();
        try (held;
                sink) {
            line.write(line.sse()
                    .newEventBuilder()
                    .name("ready")
                    .id(begin.toString())
                    .data("{}")
                    .build());
            go(line, caller, reader, begin, end);
        } catch (ExecutionException | TimeoutException | IllegalStateException gone) {
            // The caller has hung up, or reads nothing: it comes again with the last id that it has read.
        } catch (NotificationRefusal.EventsGone overtaken) {
            // It reads so slowly that events go before it: when it comes again it is told.
        }
    }

    private void go(Line line, Caller caller, FeedReader reader, FeedCursor begin, Instant end)
            throws InterruptedException, ExecutionException, TimeoutException {
        FeedPosition place = begin.position();
        boolean more = true;
        long spoken = System.nanoTime();
        while (!heads.stopping()
                && !line.sink().isClosed()
                && clock.instant().isBefore(end)
                && admission.admits(caller)) {
            if (more) {
                FeedPage page = feed.next(reader, place, begin.types(), PAGE);
                for (FeedPage.Placed placed : page.events()) {
                    line.write(event(line.sse(), placed, begin.types()));
                    spoken = System.nanoTime();
                }
                metrics.watched(page.events().size());
                place = page.next();
                more = page.more();
            }
            if (!more) {
                more = heads.awaitBeyond(ReadFeed.numbers(reader, place), LOOK);
            }
            if (System.nanoTime() - spoken >= settings.heartbeat().toNanos()) {
                line.write(line.sse().newEventBuilder().comment("nothing new").build());
                spoken = System.nanoTime();
            }
        }
    }

    private static OutboundSseEvent event(Sse sse, FeedPage.Placed placed, TypeFilter types) {
        return sse.newEventBuilder()
                .name("event")
                .id(new FeedCursor(placed.after(), types).toString())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, placed.event())
                .build();
    }
}
