// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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

/** Where a consumer takes events from Kafka: the effect of each exactly once, however often it is delivered. */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** What one transaction did, to be told when it has committed. */
    private record Outcome(int duplicates, List<Buried> buried) {}

    private record Buried(ConsumerRecord<String, byte[]> message, UnreadableEvent fault) {}

    private final InboxTable table;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;
    private final String service;
    private final CountDownLatch stop = new CountDownLatch(1);

    Inbox(
            InboxTable table,
            DeadLetters deadLetters,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.table = table;
        this.deadLetters = deadLetters;
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
     * @throws CancellationException when the application stops; nothing was committed then that is not also marked so
     */
    public void take(String channel, ConsumerRecords<String, byte[]> records, EventHandler handler) {
        List<Received> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> message : records) {
            batch.add(Received.of(message));
        }
        try {
            untilCommitted(channel, () -> apply(channel, batch, handler));
        } catch (UnreadableEvent inBatch) {
            // it does not say which one it was, and the others have been rolled back with it
            batch.forEach(received -> takeAlone(channel, received, handler));
        }
    }

    private void takeAlone(String channel, Received received, EventHandler handler) {
        try {
            untilCommitted(channel, () -> apply(channel, List.of(received), handler));
        } catch (UnreadableEvent fault) {
            untilCommitted(channel, () -> new Outcome(0, bury(channel, new Buried(received.message(), fault))));
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
        if (!fresh.isEmpty()) {
            handler.handle(fresh);
        }
        return new Outcome(events.size() - fresh.size(), buried);
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

    private void untilCommitted(String channel, Supplier<Outcome> work) {
        var retry = new Retry();
        while (true) {
            try {
                tell(channel, QuarkusTransaction.requiringNew().call(work::get));
                return;
            } catch (UnreadableEvent permanent) {
                throw permanent;
            } catch (RuntimeException | StackOverflowError e) {
                pause(channel, retry, e);
            }
        }
    }

    private void pause(String channel, Retry retry, Throwable failure) {
        long millis = retry.next().toMillis();
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
        metrics.counter("siaga.inbox.duplicates", "channel", channel).increment(outcome.duplicates());
        metrics.counter("siaga.deadletter.count", "channel", channel)
                .increment(outcome.buried().size());
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
