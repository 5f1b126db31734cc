// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import id.siaga.sql.Sql;
import id.siaga.triage.watch.Watch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The headline as of now: of the orders that were answered in the last 24 hours, how many within an hour of the report. */
@ApplicationScoped
class AnswerMetrics {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofDays(1);

    private record Sample(double all, double withinTheHour) {}

    private final Sql sql;
    private final Clock clock;
    private volatile Sample last = new Sample(Double.NaN, Double.NaN);
    private @Nullable Watch watch;

    AnswerMetrics(Sql sql, MeterRegistry registry, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        Gauge.builder("siaga.order.answered", () -> last.all())
                .description("Orders that were answered in the last 24 hours.")
                .baseUnit("orders")
                .register(registry);
        Gauge.builder("siaga.order.answered.within.hour", () -> last.withinTheHour())
                .description("Of these, those that were answered within an hour of the report.")
                .baseUnit("orders")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        watch = Watch.start("answer-metrics", this::sample, EVERY);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }

    private int sample() {
        Instant now = clock.instant();
        last = sql.list(
                        WhatWasDone.ANSWERED,
                        row -> new Sample(row.getDouble("answered"), row.getDouble("within_the_hour")),
                        now.minus(WINDOW),
                        now)
                .getFirst();
        return 0;
    }
}
