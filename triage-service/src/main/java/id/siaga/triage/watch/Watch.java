// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.watch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Looks for what is due as long as the service runs. A thread of our own, since the scheduler's shortest period is a second,
 * which is the whole lateness that a clock may have.
 */
public final class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    /** What may wait for long need not wait for long after a start, at which nobody knows since when it waits. */
    private static final Duration LONGEST_SETTLING = Duration.ofMillis(500);

    private final String name;
    private final IntSupplier work;
    private final Duration poll;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    private Watch(String name, IntSupplier work, Duration poll) {
        this.name = name;
        this.work = work;
        this.poll = poll;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::watch);
    }

    /**
     * Begins to look; the work says how much it did, and is asked again at once until that is nothing. The first look is taken
     * a moment after the start, and not by all watches at once: the service would be ready later, with a connection for each.
     */
    public static Watch start(String name, IntSupplier work, Duration poll) {
        Watch watch = new Watch(name, work, poll);
        watch.thread.start();
        return watch;
    }

    /** What is being done is finished; the rest is another replica's, or ours after the next start. */
    public void stop() throws InterruptedException {
        stopped.countDown();
        if (!thread.join(STOPPING)) {
            LOG.warnf("%s did not stop in time", name);
        }
    }

    private void watch() {
        try {
            long settling = Math.min(poll.toMillis(), LONGEST_SETTLING.toMillis());
            Duration rest =
                    Duration.ofMillis(settling + ThreadLocalRandom.current().nextLong(settling + 1));
            while (!stopped.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                workAll();
                rest = poll;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workAll() {
        try {
            while (stopped.getCount() > 0 && work.getAsInt() > 0) {
                // A full batch, or a clock behind by several marks, leaves more to do.
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s could not do what is due; trying again", name);
        }
    }
}
