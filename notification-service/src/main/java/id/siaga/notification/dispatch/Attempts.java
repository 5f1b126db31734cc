// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import id.siaga.notification.delivery.ClaimedDelivery;
import id.siaga.notification.delivery.DeliveryOutcome;
import id.siaga.notification.delivery.RecordOutcome;
import id.siaga.notification.delivery.RecordTogether;
import id.siaga.notification.delivery.Standing;
import id.siaga.notification.endpoint.EndpointDirectory.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The attempts in flight in this replica. */
@ApplicationScoped
class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private record Running(ClaimedDelivery delivery, Thread thread) {}

    private final SendWebhook webhook;
    private final RecordTogether together;
    private final RecordOutcome outcomes;
    private final DeliveryMetrics metrics;
    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private volatile Runnable onEnd = () -> {};
    private volatile Runnable onLastEnd = () -> {};

    Attempts(SendWebhook webhook, RecordTogether together, RecordOutcome outcomes, DeliveryMetrics metrics) {
        this.webhook = webhook;
        this.together = together;
        this.outcomes = outcomes;
        this.metrics = metrics;
    }

    /**
     * What to do when a place becomes free.
     *
     * @param last when all are
     */
    void onEnd(Runnable one, Runnable last) {
        onEnd = one;
        onLastEnd = last;
    }

    /** What is in flight, by party. */
    Map<String, Integer> inFlight() {
        Map<String, Integer> byParty = new HashMap<>();
        running.values().forEach(attempt -> byParty.merge(attempt.delivery().party(), 1, Integer::sum));
        return byParty;
    }

    int count() {
        return running.size();
    }

    /** @param target null when the endpoint has ended since its delivery was queued */
    void start(ClaimedDelivery delivery, @Nullable Target target) {
        Thread thread = Thread.ofVirtual().name("attempt").unstarted(() -> run(delivery, target));
        running.put(delivery.lease(), new Running(delivery, thread));
        thread.start();
    }

    /** Waits for the attempts in flight; those that outlast the grace are interrupted and returned. */
    Collection<ClaimedDelivery> drain(Duration grace) throws InterruptedException {
        long deadline = System.nanoTime() + grace.toNanos();
        for (Running attempt : running.values()) {
            long left = Math.max(TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()), 1);
            attempt.thread().join(left);
        }
        List<Running> late = List.copyOf(running.values());
        late.forEach(attempt -> attempt.thread().interrupt());
        return late.stream().map(Running::delivery).toList();
    }

    private void run(ClaimedDelivery delivery, @Nullable Target target) {
        MDC.put("party", delivery.party());
        MDC.put("eventId", delivery.eventId());
        MDC.put("correlation", delivery.correlationId());
        try {
            if (target == null || delivery.standing() == Standing.TAKEN) {
                outcomes.cancel(delivery);
                return;
            }
            metrics.begun(delivery);
            DeliveryOutcome outcome = webhook.send(delivery, target);
            metrics.attempted(outcome);
            together.record(delivery, outcome);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            // The lease runs out and the attempt is repeated under the same webhook-id.
            LOG.warn("An attempt could not be made or recorded; it is repeated when its lease ends", failure);
        } finally {
            MDC.clear();
            running.remove(delivery.lease());
            (running.isEmpty() ? onLastEnd : onEnd).run();
        }
    }
}
