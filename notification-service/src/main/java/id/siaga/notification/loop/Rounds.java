// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does something over and over, with a pause after each round; a round that fails is followed by the next all the same. */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread loop;

    /** @param name of what is done: for the thread and the log */
    public Rounds(String name, Duration pause, Runnable round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.loop = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    public void start() {
        loop.start();
    }

    public boolean stopping() {
        return stop.getCount() == 0;
    }

    public void stop() throws InterruptedException {
        stop.countDown();
        loop.join(GRACE.toMillis());
    }

    private void run() {
        try {
            do {
                once();
            } while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            round.run();
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "A round of %s did not work and is tried again", name);
        }
    }
}
