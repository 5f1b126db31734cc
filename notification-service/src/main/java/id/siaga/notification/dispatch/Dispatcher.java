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

    private static final Duration WHILE_AWAY = Duration.ofSeconds(1);

    private final ClaimDeliveries claims;
    private final EndpointDirectory endpoints;
    private final Attempts attempts;
    private final DeliveryMetrics metrics;
    private final DispatchConfig config;
    private final EgressConfig egress;
    private final Hints hints = new Hints();
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
        attempts.onEnd(hints::freed, hints::lookNow);
        loop.start();
    }

    /** The hint; what it misses, the poll finds. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesQueued queued) {
        hints.lookNow();
    }

    /** Claims no more, lets attempts in flight finish, and gives back what does not finish in time. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        hints.lookNow();
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
                Duration idle = look();
                hints.await(idle, attempts.count());
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    /** Returns for how long nothing need be looked for. */
    private Duration look() {
        try {
            round();
            return config.poll();
        } catch (RuntimeException failure) {
            // Most likely the database is away; leases keep what was claimed.
            LOG.warn("Claiming failed and is tried again", failure);
            return WHILE_AWAY;
        }
    }

    private void round() {
        attempt(Priority.ORDER, config.perEndpoint(), config.inFlight());
        // A quarter of all places stays free for orders, so that slow information never keeps one waiting.
        attempt(
                Priority.INFORMATION,
                Math.max(config.perEndpoint() * 3 / 4, 1),
                Math.max(config.inFlight() * 3 / 4, 1));
    }

    private void attempt(Priority priority, int perEndpoint, int inFlight) {
        Map<String, Integer> running = attempts.inFlight();
        int free =
                inFlight - running.values().stream().mapToInt(Integer::intValue).sum();
        if (free <= 0) {
            return;
        }
        long begun = System.nanoTime();
        List<ClaimedDelivery> claimed = claims.claim(priority, new Room(perEndpoint, free, running), config.lease());
        metrics.claimed(Duration.ofNanos(System.nanoTime() - begun));
        if (claimed.isEmpty()) {
            return;
        }
        Map<UUID, Target> targets = endpoints.targets(
                claimed.stream().map(ClaimedDelivery::endpointId).collect(Collectors.toSet()));
        claimed.forEach(delivery -> attempts.start(delivery, targets.get(delivery.endpointId())));
    }
}
