// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The parts of the test application; the same for all its tests. */
public class ThingStack implements QuarkusTestResourceLifecycleManager {

    private static final AtomicReference<@Nullable Parts> RUNNING = new AtomicReference<>();

    static Parts parts() {
        return requireNonNull(RUNNING.get(), "the application's parts run");
    }

    @Override
    public Map<String, String> start() {
        Parts parts = Parts.start("application-stack.log");
        RUNNING.set(parts);
        parts.topic("things");
        parts.topic("messaging-test.things-in.dlq");
        return Map.of(
                "quarkus.datasource.jdbc.url", parts.fact("postgres.messaging.url"),
                "quarkus.datasource.username", parts.fact("postgres.messaging.app"),
                "quarkus.datasource.password", parts.fact("postgres.messaging.app-password"),
                "quarkus.flyway.username", parts.fact("postgres.messaging.owner"),
                "quarkus.flyway.password", parts.fact("postgres.messaging.owner-password"),
                "kafka.bootstrap.servers", parts.bootstrap(),
                "siaga.kafka.local", "true");
    }

    @Override
    public void stop() {
        parts().close();
    }
}
