// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends claims when their time is over. */
@ApplicationScoped
class ClaimWatch {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final ClaimCase claims;
    private @Nullable Watch watch;

    ClaimWatch(ClaimCase claims) {
        this.claims = claims;
    }

    void start(@Observes StartupEvent event) {
        watch = Watch.start("claim-watch", claims::endOver, POLL);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }
}
