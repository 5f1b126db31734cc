// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks for due clocks as long as the service runs: one query on a partial index each time. A thread of our own, since
 * the scheduler's shortest period is a second, which is the whole lateness that a clock may have.
 */
@ApplicationScoped
class ClockWatch {

    private static final Logger LOG = Logger.getLogger(ClockWatch.class);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final FireClocks clocks;
    private final Duration poll;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    ClockWatch(FireClocks clocks, @ConfigProperty(name = "siaga.clock.poll", defaultValue = "250ms") Duration poll) {
        this.clocks = clocks;
        this.poll = poll;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("clock-watch").start(this::watch);
    }

    /** What is being fired is finished; the rest is another replica's, or ours after the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null && !thread.join(STOPPING)) {
            LOG.warn("The clock watch did not stop in time");
        }
    }

    private void watch() {
        try {
            do {
                fireAll();
            } while (!stopped.await(poll.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fireAll() {
        try {
            while (stopped.getCount() > 0 && clocks.fireDue() > 0) {
                // A full batch, or a clock behind by several marks, leaves more to fire.
            }
        } catch (RuntimeException e) {
            LOG.warn("Clocks could not be fired; trying again", e);
        }
    }
}
