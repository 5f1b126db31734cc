// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import id.siaga.notification.breaker.BreakerState;
import id.siaga.notification.delivery.Backlog;
import id.siaga.notification.delivery.DeliveryOutcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Attempts by outcome, claims, and what waits; a backlog is sampled, since counting it at every scrape would cost most when it is large. */
@ApplicationScoped
class DeliveryMetrics {

    private final MeterRegistry registry;
    private final Timer claims;
    private final AtomicLong pending;
    private final AtomicLong ageSeconds;
    private final Map<BreakerState, AtomicLong> failing = new EnumMap<>(BreakerState.class);

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.claims = registry.timer("siaga.delivery.claims");
        this.pending = registry.gauge("siaga.delivery.pending", new AtomicLong());
        this.ageSeconds = registry.gauge("siaga.delivery.age", new AtomicLong());
        for (BreakerState state : BreakerState.values()) {
            AtomicLong endpoints = new AtomicLong();
            failing.put(state, endpoints);
            Gauge.builder("siaga.delivery.breaker.endpoints", endpoints, AtomicLong::get)
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    /** A claim, found anything or not. */
    void claimed(Duration duration) {
        claims.record(duration);
    }

    void attempted(DeliveryOutcome outcome) {
        String name =
                switch (outcome) {
                    case DeliveryOutcome.Received received -> "succeeded";
                    case DeliveryOutcome.Failed failed when failed.httpStatus() == null -> "unanswered";
                    case DeliveryOutcome.Failed failed -> "refused";
                };
        Timer.builder("siaga.delivery.attempts")
                .tag("outcome", name)
                .register(registry)
                .record(outcome.duration());
    }

    /** @param breakers how many endpoints fail, by what follows from it */
    void sampled(Backlog.Size size, Map<BreakerState, Integer> breakers) {
        failing.forEach((state, endpoints) -> endpoints.set(breakers.getOrDefault(state, 0)));
        pending.set(size.pending());
        ageSeconds.set(size.age().toSeconds());
    }
}
