// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is told of each channel. All of it is there from the start: a counter that begins with its first event hides it from rates. */
@ApplicationScoped
class InboxMetrics {

    /** Up to what alerts and people tell apart: at once, soon, later, too late. */
    private static final Duration[] DELAYS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };

    private record Meters(Counter taken, Counter duplicates, Counter buried, Timer delay, Map<Retry, Long> failing) {}

    private final Channels channels;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Meters> ofChannels = new ConcurrentHashMap<>();

    InboxMetrics(Channels channels, MeterRegistry registry, Clock clock) {
        this.channels = channels;
        this.registry = registry;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        channels.all().forEach(channel -> of(channel.name()));
    }

    /** @param taken when what took effect had happened */
    void committed(String channel, Collection<Instant> taken, int duplicates, int buried) {
        Meters meters = of(channel);
        meters.taken().increment(taken.size());
        meters.duplicates().increment(duplicates);
        meters.buried().increment(buried);
        Instant now = clock.instant();
        taken.forEach(time -> meters.delay().record(Duration.between(time, now)));
    }

    /** @param batch stands for what is tried again, of which a channel with several consumers has several */
    void failed(String channel, Retry batch) {
        of(channel).failing().putIfAbsent(batch, System.nanoTime());
    }

    void over(String channel, Retry batch) {
        of(channel).failing().remove(batch);
    }

    private Meters of(String channel) {
        return ofChannels.computeIfAbsent(channel, this::register);
    }

    private Meters register(String channel) {
        Map<Retry, Long> failing = new ConcurrentHashMap<>();
        Gauge.builder("siaga.inbox.failing", failing, InboxMetrics::seconds)
                .description("For how long a batch has failed and been tried again; 0 while none fails.")
                .baseUnit("seconds")
                .tag("channel", channel)
                .register(registry);
        return new Meters(
                counter("siaga.inbox.taken", "Events that took effect.", "events", channel),
                counter("siaga.inbox.duplicates", "Events that came again and changed nothing.", "events", channel),
                counter(
                        "siaga.deadletter.buried",
                        "Records that can never be taken and went to the dead-letter topic.",
                        "records",
                        channel),
                Timer.builder("siaga.inbox.delay")
                        .description("From what an event tells of to its effect here.")
                        .serviceLevelObjectives(DELAYS)
                        .tag("channel", channel)
                        .register(registry),
                failing);
    }

    private Counter counter(String name, String description, String unit, String channel) {
        return Counter.builder(name)
                .description(description)
                .baseUnit(unit)
                .tag("channel", channel)
                .register(registry);
    }

    private static double seconds(Map<Retry, Long> failing) {
        long now = System.nanoTime();
        long longest =
                failing.values().stream().mapToLong(began -> now - began).max().orElse(0);
        return Duration.ofNanos(longest).toMillis() / 1000.0;
    }
}
