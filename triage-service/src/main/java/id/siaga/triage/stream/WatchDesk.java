// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.stream;

import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.Admission;
import id.siaga.web.Caller;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells one caller of changes as they come, on the caller's own thread: each is written before the next is looked for, so
 * that a slow reader waits for itself alone and has nothing kept for it.
 */
@ApplicationScoped
class WatchDesk {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int SECONDS_TO_WRITE = 30;
    private static final int PAGE = 500;

    private final Changes changes;
    private final LiveTail tail;
    private final StreamSettings settings;
    private final Admission admission;
    private final Clock clock;
    private final Semaphore free;
    private volatile boolean stopping;

    WatchDesk(Changes changes, LiveTail tail, StreamSettings settings, Admission admission, Clock clock) {
        this.changes = changes;
        this.tail = tail;
        this.settings = settings;
        this.admission = admission;
        this.clock = clock;
        this.free = new Semaphore(settings.connections());
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Returns when the caller has gone, its token has ended, its party is admitted no longer or the service stops.
     *
     * @param last what the caller was told before; null to begin now
     * @param end when the caller's token ends
     */
    void tell(SseEventSink sink, Sse sse, Caller caller, @Nullable Position last, Instant end)
            throws InterruptedException {
        if (!free.tryAcquire()) {
            throw new TriageRefusal.StreamsFull();
        }
        try (sink) {
            boolean astray = last != null && !changes.reached(last);
            Position begin = last == null || astray ? tail.end() : last;
            write(sink, named(sse, astray ? "reload" : "ready", begin));
            go(sink, sse, caller, begin, end);
        } catch (ExecutionException | TimeoutException | IllegalStateException gone) {
            // The caller has hung up, or reads nothing: it comes again with the last id that it has read.
        } finally {
            free.release();
        }
    }

    private void go(SseEventSink sink, Sse sse, Caller caller, Position begin, Instant end)
            throws InterruptedException, ExecutionException, TimeoutException {
        Position place = begin;
        long spoken = System.nanoTime();
        while (!stopping && !sink.isClosed() && clock.instant().isBefore(end) && admission.admits(caller)) {
            Position known = tail.end();
            List<Placed> more = tail.after(place, LOOK).orElse(null);
            boolean all = more != null;
            if (more == null) {
                if (place.isBefore(changes.floor())) {
                    place = known;
                    write(sink, named(sse, "reload", place));
                }
                more = changes.after(place, PAGE);
                all = more.size() < PAGE;
            }
            for (Placed one : more) {
                write(sink, change(sse, one));
                place = one.position();
                spoken = System.nanoTime();
            }
            if (all && place.isBefore(known)) {
                // Nothing more was there up to here, and nothing more will be.
                place = known;
            }
            if (System.nanoTime() - spoken >= settings.heartbeat().toNanos()) {
                write(sink, sse.newEventBuilder().comment("nothing new").build());
                spoken = System.nanoTime();
            }
        }
    }

    private static OutboundSseEvent named(Sse sse, String name, Position place) {
        return sse.newEventBuilder().name(name).id(place.id()).data("{}").build();
    }

    private static OutboundSseEvent change(Sse sse, Placed one) {
        return sse.newEventBuilder()
                .name("change")
                .id(one.position().id())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(Change.class, one.change())
                .build();
    }

    private static void write(SseEventSink sink, OutboundSseEvent event)
            throws InterruptedException, ExecutionException, TimeoutException {
        sink.send(event).toCompletableFuture().get(SECONDS_TO_WRITE, TimeUnit.SECONDS);
    }
}
