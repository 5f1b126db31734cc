// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import id.siaga.triage.watch.Watch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How old the newest canaries are that came so far, and how long each took. Where none has come since canaries were switched
 * on, their age counts from the start of this replica, so that one that never arrives is missed, too. NaN while there are
 * none, or the database could not be asked.
 */
@ApplicationScoped
class CanaryMetrics {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final Duration[] TRIPS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private static final Canaries.Newest UNKNOWN = new Canaries.Newest(null, null);

    private final CanaryParty party;
    private final Canaries canaries;
    private final Clock clock;
    private final Instant started;
    private final Timer trips;
    private volatile Canaries.Newest newest = UNKNOWN;
    private @Nullable Watch watch;

    CanaryMetrics(CanaryParty party, Canaries canaries, MeterRegistry registry, Clock clock) {
        this.party = party;
        this.canaries = canaries;
        this.clock = clock;
        this.started = clock.instant();
        trips = Timer.builder("siaga.canary.trip")
                .description("From the issue of a canary to its receipt.")
                .serviceLevelObjectives(TRIPS)
                .register(registry);
        age(
                "siaga.canary.forwarded.age",
                "Since the newest canary was issued that was forwarded.",
                () -> newest.forwarded(),
                registry);
        age(
                "siaga.canary.received.age",
                "Since the newest canary was issued that was received.",
                () -> newest.received(),
                registry);
    }

    private void age(String name, String description, Supplier<@Nullable Instant> since, MeterRegistry registry) {
        Gauge.builder(name, () -> seconds(since.get(), clock.instant()))
                .description(description)
                .baseUnit("seconds")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        if (party.name().isPresent()) {
            watch = Watch.start("canary-metrics", this::sample, EVERY);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }

    void received(@Observes(during = TransactionPhase.AFTER_SUCCESS) CanaryReceived canary) {
        // Clocks of machines differ; what was there at once would not be counted.
        trips.record(canary.trip().isNegative() ? Duration.ZERO : canary.trip());
    }

    int sample() {
        try {
            Canaries.Newest found = canaries.newest();
            newest = new Canaries.Newest(
                    found.forwarded() == null ? started : found.forwarded(),
                    found.received() == null ? started : found.received());
        } catch (RuntimeException e) {
            newest = UNKNOWN;
            throw e;
        }
        return 0;
    }

    private static double seconds(@Nullable Instant since, Instant now) {
        return since == null ? Double.NaN : Duration.between(since, now).toMillis() / 1000.0;
    }
}
