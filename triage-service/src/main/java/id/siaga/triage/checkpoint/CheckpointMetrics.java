// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Checkpoints that were made, and for how long what is on the record is under none. */
@Startup
@ApplicationScoped
class CheckpointMetrics {

    private final Counter made;
    private volatile @Nullable Instant coveredUntil;

    CheckpointMetrics(MeterRegistry registry, Clock clock) {
        made = Counter.builder("siaga.record.checkpoints")
                .description("Daily checkpoints of the record that this replica signed.")
                .baseUnit("checkpoints")
                .register(registry);
        Gauge.builder("siaga.record.uncovered", () -> seconds(coveredUntil, clock.instant()))
                .description("Since the end of the last day whose record is under a signed checkpoint.")
                .baseUnit("seconds")
                .register(registry);
    }

    void made(LocalDate day) {
        made.increment();
        found(day);
    }

    void found(LocalDate newest) {
        coveredUntil = newest.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static double seconds(@Nullable Instant since, Instant now) {
        return since == null ? Double.NaN : Duration.between(since, now).toSeconds();
    }
}
