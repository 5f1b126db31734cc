// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import static java.util.Objects.requireNonNull;

import id.siaga.notification.breaker.BreakerState;
import id.siaga.notification.delivery.Backlog;
import id.siaga.notification.delivery.ClaimedDelivery;
import id.siaga.notification.delivery.DeliveryOutcome;
import id.siaga.notification.delivery.Priority;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Attempts by outcome, claims, and what waits; a backlog is sampled, since counting it at every scrape would cost most when it is large. */
@Startup
@ApplicationScoped
class DeliveryMetrics {

    private static final String SUCCEEDED = "succeeded";
    private static final String UNANSWERED = "unanswered";
    private static final String REFUSED = "refused";

    private static final Duration[] WAITS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;
    private final Clock clock;
    private final Timer claims;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong ageSeconds = new AtomicLong();
    private final Map<BreakerState, AtomicLong> failing = new EnumMap<>(BreakerState.class);
    private final Map<Priority, Timer> waits = new EnumMap<>(Priority.class);

    DeliveryMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.claims = Timer.builder("siaga.delivery.claims")
                .description("Looks for what is due, found anything or not.")
                .register(registry);
        Gauge.builder("siaga.delivery.pending", pending, AtomicLong::get)
                .description("Deliveries that wait; an estimate where they are many.")
                .baseUnit("deliveries")
                .register(registry);
        Gauge.builder("siaga.delivery.age", ageSeconds, AtomicLong::get)
                .description("For how long the oldest of them has waited.")
                .baseUnit("seconds")
                .register(registry);
        for (BreakerState state : BreakerState.values()) {
            failing.put(state, breakers(state));
        }
        for (Priority priority : Priority.values()) {
            waits.put(priority, wait(priority));
        }
        List.of(SUCCEEDED, UNANSWERED, REFUSED).forEach(this::attempts);
    }

    private AtomicLong breakers(BreakerState state) {
        AtomicLong endpoints = new AtomicLong();
        Gauge.builder("siaga.delivery.breaker", endpoints, AtomicLong::get)
                .description("Endpoints that fail, by what their breakers do.")
                .baseUnit("endpoints")
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(registry);
        return endpoints;
    }

    private Timer wait(Priority priority) {
        return Timer.builder("siaga.delivery.wait")
                .description(
                        "From the moment at which a delivery is queued to its first attempt, where the endpoint is well.")
                .tag("priority", priority.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(WAITS)
                .register(registry);
    }

    private Timer attempts(String outcome) {
        return Timer.builder("siaga.delivery.attempts")
                .description("Calls of endpoints: succeeded, refused by an answer, or unanswered.")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** A claim, found anything or not. */
    void claimed(Duration duration) {
        claims.record(duration);
    }

    /** An attempt begins. */
    void begun(ClaimedDelivery delivery) {
        if (delivery.attempts() == 0 && !delivery.troubled()) {
            requireNonNull(waits.get(delivery.priority()))
                    .record(Duration.between(delivery.queuedAt(), clock.instant()));
        }
    }

    void attempted(DeliveryOutcome outcome) {
        String name =
                switch (outcome) {
                    case DeliveryOutcome.Received received -> SUCCEEDED;
                    case DeliveryOutcome.Failed failed when failed.httpStatus() == null -> UNANSWERED;
                    case DeliveryOutcome.Failed failed -> REFUSED;
                };
        attempts(name).record(outcome.duration());
    }

    /** @param breakers how many endpoints fail, by what follows from it */
    void sampled(Backlog.Size size, Map<BreakerState, Integer> breakers) {
        failing.forEach((state, endpoints) -> endpoints.set(breakers.getOrDefault(state, 0)));
        pending.set(size.pending());
        ageSeconds.set(size.age().toSeconds());
    }
}
