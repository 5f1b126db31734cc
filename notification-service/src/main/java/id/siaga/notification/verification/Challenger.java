// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

import id.siaga.notification.egress.EgressConfig;
import id.siaga.notification.loop.DueWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;

/** Sends the challenges that are due; apart from events, so that neither waits. */
@ApplicationScoped
class Challenger {

    private static final int AT_ONCE = 16;
    private static final Duration RECORDING = Duration.ofSeconds(5);

    private final DueWork<Challenge> challenges;

    Challenger(ClaimChallenges claims, SendChallenge send, EgressConfig egress) {
        Duration lease = egress.totalLimit().plus(RECORDING);
        this.challenges = new DueWork<>("challenges", AT_ONCE, places -> claims.claim(places, lease), send::send);
    }

    void start(@Observes StartupEvent event) {
        challenges.start();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChallengeAsked asked) {
        challenges.wake();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        challenges.stop();
    }
}
