// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import id.siaga.notification.delivery.ClaimDeliveries;
import id.siaga.notification.delivery.ClaimedDelivery;
import id.siaga.notification.delivery.DeliveriesQueued;
import id.siaga.notification.delivery.Priority;
import id.siaga.notification.delivery.Room;
import id.siaga.notification.egress.EgressConfig;
import id.siaga.notification.endpoint.EndpointDirectory;
import id.siaga.notification.endpoint.EndpointDirectory.Target;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Claims what is due and has it attempted, each attempt on a virtual thread of its own. Every replica runs one;
 * they know of each other only through the leases.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** Between an attempt's end and its lease's: the time to record the outcome. */
    private static final Duration RECORDING = Duration.ofSeconds(2);

    private final ClaimDeliveries claims;
    private final EndpointDirectory endpoints;
    private final Attempts attempts;
    private final DeliveryMetrics metrics;
    private final DispatchConfig config;
    private final EgressConfig egress;
    private final Semaphore hint = new Semaphore(0);
    private volatile boolean stopping;
    private final Thread loop = Thread.ofPlatform().name("dispatcher").unstarted(this::run);

    Dispatcher(
            ClaimDeliveries claims,
            EndpointDirectory endpoints,
            Attempts attempts,
            DeliveryMetrics metrics,
            DispatchConfig config,
            EgressConfig egress) {
        this.claims = claims;
        this.endpoints = endpoints;
        this.attempts = attempts;
        this.metrics = metrics;
        this.config = config;
        this.egress = egress;
    }

    void start(@Observes StartupEvent event) {
        if (config.lease().compareTo(egress.totalLimit().plus(RECORDING)) < 0) {
            throw new IllegalStateException(
                    "siaga.delivery.lease must exceed siaga.egress.total-limit by " + RECORDING.toSeconds() + " s");
        }
        attempts.onEnd(hint::release);
        loop.start();
    }

    /** The hint; what it misses, the poll finds. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesQueued queued) {
        hint.release();
    }

    /** Claims no more, lets attempts in flight finish, and gives back what does not finish in time. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        hint.release();
        loop.join(config.grace().toMillis());
        Collection<ClaimedDelivery> unfinished = attempts.drain(config.grace());
        if (!unfinished.isEmpty()) {
            LOG.warnf("%d attempts in flight are given back", unfinished.size());
            claims.giveBack(unfinished);
        }
    }

    private void run() {
        while (!stopping) {
            try {
                hint.drainPermits();
                if (round() == 0) {
                    hint.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failure) {
                // Most likely the database is away; leases keep what was claimed.
                LOG.warn("Claiming failed and is tried again", failure);
                pause();
            }
        }
    }

    private int round() {
        int orders = attempt(Priority.ORDER, config.perEndpoint(), config.inFlight());
        // A quarter of all places stays free for orders, so that slow information never keeps one waiting.
        int information = attempt(
                Priority.INFORMATION,
                Math.max(config.perEndpoint() * 3 / 4, 1),
                Math.max(config.inFlight() * 3 / 4, 1));
        return orders + information;
    }

    private int attempt(Priority priority, int perEndpoint, int inFlight) {
        Map<String, Integer> running = attempts.inFlight();
        int free =
                inFlight - running.values().stream().mapToInt(Integer::intValue).sum();
        if (free <= 0) {
            return 0;
        }
        long begun = System.nanoTime();
        List<ClaimedDelivery> claimed = claims.claim(priority, new Room(perEndpoint, free, running), config.lease());
        metrics.claimed(Duration.ofNanos(System.nanoTime() - begun));
        if (claimed.isEmpty()) {
            return 0;
        }
        Map<UUID, Target> targets = endpoints.targets(
                claimed.stream().map(ClaimedDelivery::endpointId).collect(Collectors.toSet()));
        claimed.forEach(delivery -> attempts.start(delivery, targets.get(delivery.endpointId())));
        return claimed.size();
    }

    private void pause() {
        try {
            hint.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
