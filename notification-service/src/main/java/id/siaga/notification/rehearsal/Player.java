// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import id.siaga.notification.egress.EgressConfig;
import id.siaga.notification.loop.DueWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;

/**
 * Plays the steps that are due, in whichever replica: a rehearsal whose player has died goes on when its claim ends.
 * Few at once, and apart from events: no rehearsal delays one.
 */
@ApplicationScoped
class Player {

    private static final int AT_ONCE = 8;
    private static final Duration RECORDING = Duration.ofSeconds(5);

    private final DueWork<Step> steps;

    Player(PlayStep play, RecordStep steps, EgressConfig egress) {
        Duration lease = egress.totalLimit().plus(RECORDING);
        this.steps = new DueWork<>("rehearsals", AT_ONCE, places -> steps.claim(places, lease), play::play);
    }

    void start(@Observes StartupEvent event) {
        steps.start();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) StepDue due) {
        steps.wake();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        steps.stop();
    }
}
