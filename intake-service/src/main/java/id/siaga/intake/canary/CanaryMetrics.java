// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.canary;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How old the newest canary is. NaN while there are none, or the database could not be asked. */
@Startup
@ApplicationScoped
class CanaryMetrics {

    private volatile @Nullable Instant newest;

    CanaryMetrics(MeterRegistry registry, Clock clock) {
        Gauge.builder("siaga.canary.issued.age", () -> seconds(newest, clock.instant()))
                .description("Since the newest canary was issued.")
                .baseUnit("seconds")
                .register(registry);
    }

    void issued(Instant at) {
        newest = at;
    }

    void unknown() {
        newest = null;
    }

    private static double seconds(@Nullable Instant since, Instant now) {
        return since == null ? Double.NaN : Duration.between(since, now).toMillis() / 1000.0;
    }
}
