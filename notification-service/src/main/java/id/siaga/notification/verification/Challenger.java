// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

import id.siaga.notification.egress.EgressConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sends the challenges that are due, each on a virtual thread of its own; apart from events, so that neither waits. */
@ApplicationScoped
class Challenger {

    private static final Logger LOG = Logger.getLogger(Challenger.class);
    private static final int AT_ONCE = 16;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RECORDING = Duration.ofSeconds(5);

    private final ClaimChallenges claims;
    private final SendChallenge send;
    private final Duration lease;
    private final Semaphore hint = new Semaphore(0);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean stopping;
    private final Thread loop = Thread.ofPlatform().name("challenger").unstarted(this::run);

    Challenger(ClaimChallenges claims, SendChallenge send, EgressConfig egress) {
        this.claims = claims;
        this.send = send;
        this.lease = egress.totalLimit().plus(RECORDING);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    /** The hint; what it misses, the poll finds. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChallengeAsked asked) {
        hint.release();
    }

    /** What is in flight is repeated when its claim ends. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        hint.release();
        loop.join(POLL.multipliedBy(5).toMillis());
        free.tryAcquire(AT_ONCE, POLL.multipliedBy(5).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (!stopping) {
            try {
                hint.drainPermits();
                List<Challenge> due = claims.claim(free.availablePermits(), lease);
                due.forEach(this::start);
                if (due.isEmpty()) {
                    hint.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failure) {
                // Most likely the database is away.
                LOG.warn("Claiming challenges failed and is tried again", failure);
                pause();
            }
        }
    }

    /** Only the loop takes places, so that there are as many as it has counted. */
    private void start(Challenge challenge) {
        free.acquireUninterruptibly();
        Thread.ofVirtual().name("challenge").start(() -> {
            try {
                send.send(challenge);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                LOG.warn("A challenge could not be sent or recorded; it is repeated when its claim ends", failure);
            } finally {
                free.release();
                hint.release();
            }
        });
    }

    private void pause() {
        try {
            hint.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
