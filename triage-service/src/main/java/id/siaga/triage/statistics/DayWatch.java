// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import id.siaga.triage.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks for a day that is over. */
@ApplicationScoped
class DayWatch {

    private static final Duration POLL = Duration.ofMinutes(1);

    private final CountDays days;
    private @Nullable Watch watch;

    DayWatch(CountDays days) {
        this.days = days;
    }

    void start(@Observes StartupEvent event) {
        watch = Watch.start("day-watch", days::countNext, POLL);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }
}
