// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** What was not granted, and what was granted without being counted. */
@Startup
@ApplicationScoped
class AllowanceMetrics {

    private final MeterRegistry registry;
    private final Counter uncounted;

    AllowanceMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.uncounted = Counter.builder("siaga.allowance.uncounted")
                .description("Requests that were let in because nobody could count them.")
                .baseUnit("requests")
                .register(registry);
        ofRefused(Allowance.REPORTS, Policy.RATE);
        ofRefused(Allowance.REPORTS, Policy.QUOTA);
        ofRefused(Allowance.READS, Policy.RATE);
    }

    void uncounted() {
        uncounted.increment();
    }

    void refused(String what, String limit) {
        ofRefused(what, limit).increment();
    }

    private Counter ofRefused(String what, String limit) {
        return Counter.builder("siaga.allowance.refused")
                .description("Requests that came too soon after too many others.")
                .baseUnit("requests")
                .tag("what", what)
                .tag("limit", limit)
                .register(registry);
    }
}
