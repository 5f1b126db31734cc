// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How requests are measured, and of which service each metric is, whatever whoever collects it calls that service. */
class RequestMetrics {

    private static final String REQUESTS = "http.server.requests";

    /** Few, since each is kept for each endpoint and status; what is told apart is what is promised. */
    private static final double[] NANOS = LongStream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .map(millis -> Duration.ofMillis(millis).toNanos())
            .asDoubleStream()
            .toArray();

    @Produces
    @Singleton
    MeterFilter named(@ConfigProperty(name = "quarkus.application.name") String service) {
        return MeterFilter.commonTags(Tags.of("application", service));
    }

    @Produces
    @Singleton
    MeterFilter measured() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                if (!id.getName().equals(REQUESTS)) {
                    return config;
                }
                return DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(NANOS)
                        .build()
                        .merge(config);
            }
        };
    }
}
