// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** How orders move. */
@Startup
@ApplicationScoped
class OrderMetrics {

    private final Map<OrderStatus, Counter> transitions = new EnumMap<>(OrderStatus.class);

    OrderMetrics(MeterRegistry registry) {
        for (OrderStatus status : OrderStatus.values()) {
            transitions.put(
                    status,
                    Counter.builder("siaga.order.transitions")
                            .description("Steps of orders, by what each became.")
                            .baseUnit("transitions")
                            .tag("to", status.name())
                            .register(registry));
        }
    }

    void became(OrderStatus status) {
        requireNonNull(transitions.get(status)).increment();
    }
}
