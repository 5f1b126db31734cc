// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** What was deleted because its time was over. */
@Startup
@ApplicationScoped
class RetentionMetrics {

    private final MeterRegistry registry;

    RetentionMetrics(MeterRegistry registry) {
        this.registry = registry;
        Expire.WHAT.forEach(this::counter);
    }

    void deleted(String what, int rows) {
        counter(what).increment(rows);
    }

    private Counter counter(String what) {
        return Counter.builder("siaga.retention.deleted")
                .description(
                        "What was deleted because its time was over; of contacts and evidence, reports that lost theirs.")
                .baseUnit("rows")
                .tag("what", what)
                .register(registry);
    }
}
