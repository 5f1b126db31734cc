// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

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

/**
 * Plays the steps that are due, in whichever replica: a rehearsal whose player has died goes on when its claim ends.
 * Few at once, and apart from events: no rehearsal delays one.
 */
@ApplicationScoped
class Player {

    private static final Logger LOG = Logger.getLogger(Player.class);
    private static final int AT_ONCE = 8;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RECORDING = Duration.ofSeconds(5);

    private final PlayStep play;
    private final RecordStep steps;
    private final Duration lease;
    private final Semaphore hint = new Semaphore(0);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean stopping;
    private final Thread loop = Thread.ofPlatform().name("rehearsals").unstarted(this::run);

    Player(PlayStep play, RecordStep steps, EgressConfig egress) {
        this.play = play;
        this.steps = steps;
        this.lease = egress.totalLimit().plus(RECORDING);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    /** The hint; what it misses, the poll finds. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) StepDue due) {
        hint.release();
    }

    /** A step in flight is played again when its claim ends. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        hint.release();
        loop.join(POLL.multipliedBy(5).toMillis());
    }

    private void run() {
        while (!stopping) {
            try {
                hint.drainPermits();
                List<Step> due = steps.claim(free.availablePermits(), lease);
                due.forEach(this::start);
                if (due.isEmpty()) {
                    hint.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failure) {
                // Most likely the database is away.
                LOG.warn("Claiming steps of rehearsals failed and is tried again", failure);
                pause();
            }
        }
    }

    /** Only the loop takes places, so that there are as many as it has counted. */
    private void start(Step step) {
        free.acquireUninterruptibly();
        Thread.ofVirtual().name("rehearsal").start(() -> {
            try {
                play.play(step);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                LOG.warn("A step could not be played or recorded; it is played again when its claim ends", failure);
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
