// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.roster;

import id.siaga.triage.watch.Watch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks every few seconds whether anybody is on duty, and counts them for whoever watches the desk from outside. */
@ApplicationScoped
class StaffWatch {

    private static final Duration POLL = Duration.ofSeconds(2);

    private final WatchStaff staff;
    private final MeterRegistry meters;
    private volatile double onDuty = Double.NaN;
    private @Nullable Watch watch;

    StaffWatch(WatchStaff staff, MeterRegistry meters) {
        this.staff = staff;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("siaga.desk.on.duty", () -> onDuty)
                .description("Persons whose shift has begun and is not over.")
                .baseUnit("persons")
                .register(meters);
        watch = Watch.start("staff-watch", this::look, POLL);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }

    private int look() {
        onDuty = staff.look();
        return 0;
    }
}
