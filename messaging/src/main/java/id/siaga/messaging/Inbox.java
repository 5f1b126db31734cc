// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Where a consumer takes events from Kafka: the effect of each exactly once, however often it is delivered. */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** What one transaction did, to be told when it has committed. */
    private record Outcome(
            List<Instant> taken, int duplicates, List<Buried> buried, EventTraces.@Nullable Taken traces) {}

    private record Buried(ConsumerRecord<String, byte[]> message, UnreadableEvent fault) {}

    private final InboxTable table;
    private final DeadLetters deadLetters;
    private final EventTraces traces;
    private final InboxMetrics metrics;
    private final String service;
    private final CountDownLatch stop = new CountDownLatch(1);

    Inbox(
            InboxTable table,
            DeadLetters deadLetters,
            EventTraces traces,
            InboxMetrics metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.table = table;
        this.deadLetters = deadLetters;
        this.traces = traces;
        this.metrics = metrics;
        this.service = service;
    }

    /**
     * Takes a batch and returns when it is committed: in one transaction if it can be, else record by record, so that an
     * {@link UnreadableEvent} goes to {@code <service>.<channel>.dlq} alone. Any other failure rolls back and is tried
     * again for as long as it lasts, since a fault of ours (a database that is down, a deadlock, a defect) is no fault of
     * the event; meanwhile Kafka keeps what waits.
     *
     * @param channel the consumer's name within its service
     * @return how many were put into the dead-letter topic
     * @throws CancellationException when the application stops; nothing was committed then that is not also marked so
     */
    public int take(String channel, ConsumerRecords<String, byte[]> records, EventHandler handler) {
        List<Received> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> message : records) {
            batch.add(Received.of(message));
        }
        try {
            return untilCommitted(channel, () -> apply(channel, batch, handler));
        } catch (UnreadableEvent inBatch) {
            // it does not say which one it was, and the others have been rolled back with it
            return batch.stream()
                    .mapToInt(received -> takeAlone(channel, received, handler))
                    .sum();
        }
    }

    private int takeAlone(String channel, Received received, EventHandler handler) {
        try {
            if (received.event() != null) {
                MDC.put("eventId", received.event().id());
                MDC.put("correlation", received.event().correlationId());
            }
            return untilCommitted(channel, () -> apply(channel, List.of(received), handler));
        } catch (UnreadableEvent fault) {
            return untilCommitted(
                    channel,
                    () -> new Outcome(List.of(), 0, bury(channel, new Buried(received.message(), fault)), null));
        } finally {
            MDC.remove("eventId");
            MDC.remove("correlation");
        }
    }

    private Outcome apply(String channel, List<Received> batch, EventHandler handler) {
        List<IncomingEvent> events = new ArrayList<>(batch.size());
        List<Buried> buried = new ArrayList<>();
        for (Received received : batch) {
            if (received.event() != null) {
                events.add(received.event());
            } else if (received.fault() != null) {
                buried.addAll(bury(channel, new Buried(received.message(), received.fault())));
            }
        }
        List<IncomingEvent> fresh = fresh(channel, events);
        List<Instant> times = fresh.stream().map(IncomingEvent::time).toList();
        return new Outcome(times, events.size() - fresh.size(), buried, handle(channel, fresh, handler));
    }

    private EventTraces.@Nullable Taken handle(String channel, List<IncomingEvent> events, EventHandler handler) {
        if (events.isEmpty()) {
            return null;
        }
        EventTraces.Taken taken = traces.take(channel, events);
        try {
            handler.handle(events);
            return taken;
        } catch (RuntimeException | StackOverflowError failure) {
            taken.rolledBack(failure);
            throw failure;
        }
    }

    private List<IncomingEvent> fresh(String channel, List<IncomingEvent> events) {
        if (events.isEmpty()) {
            return events;
        }
        Set<UUID> unseen = table.take(
                consumer(channel), events.stream().map(IncomingEvent::id).toList());
        // removing: of two deliveries in one batch the first counts
        return events.stream().filter(event -> unseen.remove(event.id())).toList();
    }

    private List<Buried> bury(String channel, Buried poison) {
        boolean first = deadLetters.bury(consumer(channel), poison.message(), poison.fault());
        return first ? List.of(poison) : List.of();
    }

    private int untilCommitted(String channel, Supplier<Outcome> work) {
        var retry = new Retry();
        try {
            while (true) {
                try {
                    Outcome outcome = QuarkusTransaction.requiringNew().call(work::get);
                    tell(channel, outcome);
                    return outcome.buried().size();
                } catch (UnreadableEvent permanent) {
                    throw permanent;
                } catch (RuntimeException | StackOverflowError e) {
                    pause(channel, retry, e);
                }
            }
        } finally {
            metrics.over(channel, retry);
        }
    }

    private void pause(String channel, Retry retry, Throwable failure) {
        long millis = retry.next().toMillis();
        metrics.failed(channel, retry);
        if (retry.worthLogging()) {
            LOG.warnf(failure, "Channel %s waits and tries again: attempt %d failed", channel, retry.failures());
        }
        try {
            if (stop.await(millis, TimeUnit.MILLISECONDS)) {
                throw new CancellationException("The application stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The consumer was interrupted");
        }
    }

    private void tell(String channel, Outcome outcome) {
        if (outcome.traces() != null) {
            outcome.traces().committed();
        }
        metrics.committed(
                channel, outcome.taken(), outcome.duplicates(), outcome.buried().size());
        for (Buried poison : outcome.buried()) {
            LOG.warnf(
                    "A record of %s went to the dead-letter topic: partition %d, offset %d, %s",
                    poison.message().topic(),
                    poison.message().partition(),
                    poison.message().offset(),
                    poison.fault().reason());
        }
    }

    private String consumer(String channel) {
        return service + "." + channel;
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }
}
