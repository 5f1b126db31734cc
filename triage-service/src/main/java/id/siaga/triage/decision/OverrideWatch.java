// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks for overrides whose review is overdue. */
@ApplicationScoped
class OverrideWatch {

    private static final Duration POLL = Duration.ofSeconds(2);

    private final EndOverrides overrides;
    private @Nullable Watch watch;

    OverrideWatch(EndOverrides overrides) {
        this.overrides = overrides;
    }

    void start(@Observes StartupEvent event) {
        watch = Watch.start("override-watch", overrides::endDue, POLL);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }
}
