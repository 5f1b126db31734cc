// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import id.siaga.triage.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Looks for due clocks: one query on a partial index each time. */
@ApplicationScoped
class ClockWatch {

    private final FireClocks clocks;
    private final Duration poll;
    private @Nullable Watch watch;

    ClockWatch(FireClocks clocks, @ConfigProperty(name = "siaga.clock.poll", defaultValue = "250ms") Duration poll) {
        this.clocks = clocks;
        this.poll = poll;
    }

    void start(@Observes StartupEvent event) {
        watch = Watch.start("clock-watch", clocks::fireDue, poll);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }
}
