// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Works recoveries off, one part after the other, in whichever replica comes first. */
@ApplicationScoped
class Recoverer {

    private static final Logger LOG = Logger.getLogger(Recoverer.class);

    private final WorkRecovery work;
    private final Semaphore hint = new Semaphore(0);
    private volatile boolean stopping;
    private final Thread loop = Thread.ofPlatform().name("recoveries").unstarted(this::run);

    Recoverer(WorkRecovery work) {
        this.work = work;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    /** The hint; what it misses, the next look finds. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecoveryRequested requested) {
        hint.release();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        hint.release();
        loop.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        try {
            while (!stopping) {
                hint.drainPermits();
                if (!worked()) {
                    hint.tryAcquire(1, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean worked() {
        try {
            return work.work();
        } catch (RuntimeException failure) {
            // Most likely the database is away; nothing of the part was done.
            LOG.warn("A part of a recovery could not be done and is tried again", failure);
            return false;
        }
    }
}
