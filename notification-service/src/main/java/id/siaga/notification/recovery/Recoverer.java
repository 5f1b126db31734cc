// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.notification.loop.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Works recoveries off, one part after the other, in whichever replica comes first. */
@ApplicationScoped
class Recoverer {

    private static final Duration POLL = Duration.ofMillis(500);

    private final WorkRecovery work;
    private final Rounds rounds = new Rounds("recoveries", POLL, this::workOff);

    Recoverer(WorkRecovery work) {
        this.work = work;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        rounds.stop();
    }

    private void workOff() {
        boolean more = true;
        while (more && !rounds.stopping()) {
            more = work.work();
        }
    }
}
