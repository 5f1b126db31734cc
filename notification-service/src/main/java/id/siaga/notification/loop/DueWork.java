// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.loop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Claims what is due, in every replica, and does each on a virtual thread of its own, few at once. What a replica leaves undone
 * falls due again when its claim ends.
 */
public final class DueWork<T> {

    private static final Logger LOG = Logger.getLogger(DueWork.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Claims what is due, as many as there are places. */
    @FunctionalInterface
    public interface Claim<T> {
        List<T> upTo(int places);
    }

    /** What is done with one of them. */
    @FunctionalInterface
    public interface Work<T> {
        void on(T due) throws InterruptedException;
    }

    private final String name;
    private final int atOnce;
    private final Claim<T> claim;
    private final Work<T> work;
    private final Semaphore hint = new Semaphore(0);
    private final Semaphore free;
    private final Thread loop;
    private volatile boolean stopping;

    /** @param name of what is done, in the plural: for threads and the log */
    public DueWork(String name, int atOnce, Claim<T> claim, Work<T> work) {
        this.name = name;
        this.atOnce = atOnce;
        this.claim = claim;
        this.work = work;
        this.free = new Semaphore(atOnce);
        this.loop = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    public void start() {
        loop.start();
    }

    /** Something is due: a hint. What it misses, the poll finds. */
    public void wake() {
        hint.release();
    }

    /** Claims no more, and lets what is in flight finish if it does so soon. */
    public void stop() throws InterruptedException {
        stopping = true;
        wake();
        loop.join(GRACE.toMillis());
        free.tryAcquire(atOnce, GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (!stopping) {
            try {
                hint.drainPermits();
                List<T> due = claim.upTo(free.availablePermits());
                due.forEach(this::begin);
                if (due.isEmpty()) {
                    pause();
                }
            } catch (RuntimeException failure) {
                // Most likely the database is away.
                LOG.warnf(failure, "Claiming %s failed and is tried again", name);
                pause();
            }
        }
    }

    /** Only the loop takes places, so that there are as many as it has counted. */
    private void begin(T due) {
        free.acquireUninterruptibly();
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.on(due);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                LOG.warnf(
                        failure,
                        "One of the %s could not be done or recorded; it is repeated when its claim ends",
                        name);
            } finally {
                free.release();
                wake();
            }
        });
    }

    private void pause() {
        try {
            hint.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
