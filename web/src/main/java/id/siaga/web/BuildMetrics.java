// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which build answers: while one is replaced by another, some replicas are of each. */
@ApplicationScoped
class BuildMetrics {

    private final MeterRegistry registry;
    private final String version;

    BuildMetrics(MeterRegistry registry, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.registry = registry;
        this.version = version;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("siaga.build.info", () -> 1)
                .description("The version that this replica was built as; always 1.")
                .tag("version", version)
                .register(registry);
    }
}
