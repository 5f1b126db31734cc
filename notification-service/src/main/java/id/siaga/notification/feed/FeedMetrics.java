// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** What parties may read, what they have read, and how many are at it. */
@Startup
@ApplicationScoped
class FeedMetrics {

    private final Counter appended;
    private final Counter pulled;
    private final Counter watched;
    private final Counter committed;
    private final AtomicInteger connections = new AtomicInteger();

    FeedMetrics(MeterRegistry registry) {
        appended = events("siaga.feed.appended", "Events that were put where parties read.", registry);
        pulled = events("siaga.feed.pulled", "Events that parties were given when they asked.", registry);
        watched = events("siaga.feed.watched", "Events that parties were given as they came.", registry);
        committed = events("siaga.feed.committed", "Events of orders that parties said they have.", registry);
        Gauge.builder("siaga.feed.connections", connections, AtomicInteger::get)
                .description("Callers that wait for events or watch them in this replica.")
                .baseUnit("connections")
                .register(registry);
    }

    private static Counter events(String name, String description, MeterRegistry registry) {
        return Counter.builder(name).description(description).baseUnit("events").register(registry);
    }

    void appended(int events) {
        appended.increment(events);
    }

    void pulled(int events) {
        pulled.increment(events);
    }

    void watched(int events) {
        watched.increment(events);
    }

    void committed(int events) {
        committed.increment(events);
    }

    AtomicInteger connections() {
        return connections;
    }
}
