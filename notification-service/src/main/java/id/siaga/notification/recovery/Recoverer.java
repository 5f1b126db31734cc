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

    private final Rounds rounds;

    Recoverer(WorkRecovery work) {
        this.rounds = new Rounds("recoveries", POLL, work::work);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        rounds.stop();
    }
}
