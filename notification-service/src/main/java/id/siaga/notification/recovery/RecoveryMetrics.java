// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What was queued to be sent again. */
@Startup
@ApplicationScoped
class RecoveryMetrics {

    private final Counter resent;
    private final Map<RecoveryKind, Counter> recovered = new EnumMap<>(RecoveryKind.class);

    RecoveryMetrics(MeterRegistry registry) {
        resent = counter("resend", registry);
        for (RecoveryKind kind : RecoveryKind.values()) {
            recovered.put(kind, counter(kind.name().toLowerCase(Locale.ROOT), registry));
        }
    }

    private static Counter counter(String by, MeterRegistry registry) {
        return Counter.builder("siaga.recovery.queued")
                .description("Deliveries that were queued again.")
                .baseUnit("deliveries")
                .tag("by", by)
                .register(registry);
    }

    void resent() {
        resent.increment();
    }

    void queued(RecoveryKind kind, int deliveries) {
        requireNonNull(recovered.get(kind)).increment(deliveries);
    }
}
