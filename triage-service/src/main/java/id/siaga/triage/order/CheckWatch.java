// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks for orders that are due to be checked; seconds do not matter where hours are waited. */
@ApplicationScoped
class CheckWatch {

    private static final Duration POLL = Duration.ofSeconds(5);

    private final RaiseChecks checks;
    private @Nullable Watch watch;

    CheckWatch(RaiseChecks checks) {
        this.checks = checks;
    }

    void start(@Observes StartupEvent event) {
        watch = Watch.start("check-watch", checks::raiseDue, POLL);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }
}
