// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Does something over and over, part by part, with a pause after each round; a round that fails is followed by the next all the
 * same.
 */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String name;
    private final Duration pause;
    private final BooleanSupplier part;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread loop;

    /**
     * @param name of what is done: for the thread and the log
     * @param part does a part of a round; true when there is more to do, which is done without a pause
     */
    public Rounds(String name, Duration pause, BooleanSupplier part) {
        this.name = name;
        this.pause = pause;
        this.part = part;
        this.loop = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    /** Of rounds of one part each. */
    public static Rounds of(String name, Duration pause, Runnable round) {
        return new Rounds(name, pause, () -> {
            round.run();
            return false;
        });
    }

    public void start() {
        loop.start();
    }

    public void stop() throws InterruptedException {
        stop.countDown();
        loop.join(GRACE.toMillis());
    }

    private void run() {
        try {
            do {
                round();
            } while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            boolean more = true;
            while (more && stop.getCount() > 0) {
                more = part.getAsBoolean();
            }
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "A round of %s did not work and is tried again", name);
        }
    }
}
