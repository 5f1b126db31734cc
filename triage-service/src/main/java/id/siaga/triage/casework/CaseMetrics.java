// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static java.util.Objects.requireNonNull;

import id.siaga.sql.Sql;
import id.siaga.triage.watch.Watch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How cases move, and how many nobody has looked at yet. */
@ApplicationScoped
class CaseMetrics {

    private static final Duration EVERY = Duration.ofSeconds(15);

    /** What is counted at most, by index: whoever has so many to look at does not have to be told how many more. */
    private static final int MOST = 10_000;

    private final Sql sql;
    private final Map<CaseStatus, Counter> transitions = new EnumMap<>(CaseStatus.class);
    private volatile double waiting = Double.NaN;
    private @Nullable Watch watch;

    CaseMetrics(Sql sql, MeterRegistry registry) {
        this.sql = sql;
        for (CaseStatus status : CaseStatus.values()) {
            transitions.put(
                    status,
                    Counter.builder("siaga.case.transitions")
                            .description("Changes of cases, by what each was after it.")
                            .baseUnit("transitions")
                            .tag("to", status.name())
                            .register(registry));
        }
        Gauge.builder("siaga.case.waiting", () -> waiting)
                .description("Cases that nobody has assessed yet, up to 10,000.")
                .baseUnit("cases")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        watch = Watch.start("case-metrics", this::sample, EVERY);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }

    void became(CaseStatus status) {
        requireNonNull(transitions.get(status)).increment();
    }

    private int sample() {
        waiting = sql.list(
                        "select count(*) as waiting from (select 1 from case_file where status = ?"
                                + " order by queued_as_of, id limit ?) w",
                        row -> row.getDouble("waiting"),
                        CaseStatus.NEW,
                        MOST)
                .getFirst();
        return 0;
    }
}
