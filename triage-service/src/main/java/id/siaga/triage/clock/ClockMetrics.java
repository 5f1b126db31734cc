// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import static java.util.Objects.requireNonNull;

import id.siaga.sql.Sql;
import id.siaga.triage.watch.Watch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which marks are noticed, how late, and for how long a mark has waited that is not: of a watch that hangs nothing else tells. */
@ApplicationScoped
class ClockMetrics {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private static final Duration[] LATE = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };

    /** In two halves, as the indexes are. */
    private static final String OLDEST = """
            select coalesce(greatest(extract(epoch from ?::timestamptz - least(
                (select min(next_fire_at) from clock where state = 'RUNNING' and order_id is not null),
                (select min(next_fire_at) from clock where state = 'RUNNING' and order_id is null))), 0), 0) as overdue""";

    private record Mark(ClockKind kind, int percent) {}

    private final Sql sql;
    private final Clock clock;
    private final Map<Mark, Counter> fired = new HashMap<>();
    private final Timer late;
    private volatile double overdue = Double.NaN;
    private @Nullable Watch watch;

    ClockMetrics(Sql sql, MeterRegistry registry, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        for (ClockKind kind : ClockKind.values()) {
            Firing.marks().forEach(percent -> fired.put(new Mark(kind, percent), counter(kind, percent, registry)));
        }
        late = Timer.builder("siaga.clock.late")
                .description("How long after its time a clock was fired.")
                .serviceLevelObjectives(LATE)
                .register(registry);
        Gauge.builder("siaga.clock.overdue", () -> overdue)
                .description("For how long the oldest mark has waited that is due and not fired.")
                .baseUnit("seconds")
                .register(registry);
    }

    private static Counter counter(ClockKind kind, int percent, MeterRegistry registry) {
        return Counter.builder("siaga.clock.fired")
                .description("Marks of clocks that were noticed.")
                .baseUnit("marks")
                .tag("clock", kind.code())
                .tag("percent", Integer.toString(percent))
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        watch = Watch.start("clock-metrics", this::sample, EVERY);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }

    void fired(Firing firing, Instant now) {
        late.record(Duration.between(firing.plannedAt(), now));
        requireNonNull(fired.get(new Mark(firing.kind(), firing.percent()))).increment();
    }

    private int sample() {
        Instant now = clock.instant();
        overdue = sql.list(OLDEST, row -> row.getDouble("overdue"), now).getFirst();
        return 0;
    }
}
