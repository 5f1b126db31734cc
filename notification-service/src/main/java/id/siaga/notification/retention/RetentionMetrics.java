// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** What went because its time was over. */
@Startup
@ApplicationScoped
class RetentionMetrics {

    private final Counter outlived;
    private final Map<Partitions.Of, Counter> dropped = new EnumMap<>(Partitions.Of.class);

    RetentionMetrics(MeterRegistry registry) {
        outlived = Counter.builder("siaga.retention.outlived")
                .description("Deliveries that were ended because they waited for longer than their events are kept.")
                .baseUnit("deliveries")
                .register(registry);
        for (Partitions.Of what : Partitions.Of.values()) {
            dropped.put(
                    what,
                    Counter.builder("siaga.retention.dropped")
                            .description("Partitions that were dropped because their time was over.")
                            .baseUnit("partitions")
                            .tag("what", what.code())
                            .register(registry));
        }
    }

    void outlived(int deliveries) {
        outlived.increment(deliveries);
    }

    void dropped(Partitions.Of what, int partitions) {
        requireNonNull(dropped.get(what)).increment(partitions);
    }
}
