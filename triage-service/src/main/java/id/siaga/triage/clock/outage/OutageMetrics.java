// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Outages that were recorded, by whom. */
@Startup
@ApplicationScoped
class OutageMetrics {

    private final Counter byPulse;
    private final Counter byHand;

    OutageMetrics(MeterRegistry registry) {
        byPulse = counter("pulse", registry);
        byHand = counter("hand", registry);
    }

    private static Counter counter(String by, MeterRegistry registry) {
        return Counter.builder("siaga.outage.recorded")
                .description("Outages of ours by which clocks are due later.")
                .baseUnit("outages")
                .tag("by", by)
                .register(registry);
    }

    void recordedByPulse() {
        byPulse.increment();
    }

    void recordedByHand() {
        byHand.increment();
    }
}
