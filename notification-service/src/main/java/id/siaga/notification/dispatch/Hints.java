// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When it is worth looking for what is due. What is new is looked for at once; places that become free are gathered a moment,
 * since claiming many costs hardly more than claiming one.
 */
final class Hints {

    private static final Duration GATHERING = Duration.ofMillis(40);

    /** Of those that are in flight; where few are, the last of them says so. */
    private static final int PART = 2;

    private static final int LEAST = 8;

    private final long gathering;
    private int enough = LEAST;
    private boolean now;
    private int freed;
    private long freedAt;

    Hints() {
        this(GATHERING);
    }

    /** @param gathering how long a place that is free may wait for others */
    Hints(Duration gathering) {
        this.gathering = gathering.toNanos();
    }

    /** Something is due, or there is nothing more to gather. */
    synchronized void lookNow() {
        now = true;
        notifyAll();
    }

    /** A place has become free. */
    synchronized void freed() {
        freed++;
        if (freed == 1) {
            freedAt = System.nanoTime();
        }
        if (freed == 1 || freed >= enough) {
            notifyAll();
        }
    }

    /**
     * Waits until it is worth a look, or for as long as nothing hints at it.
     *
     * @param inFlight how many attempts are: half of them make a handful
     */
    synchronized void await(Duration longest, int inFlight) throws InterruptedException {
        enough = Math.max(inFlight / PART, LEAST);
        long begun = System.nanoTime();
        for (long left = left(begun, longest); left > 0; left = left(begun, longest)) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        now = false;
        freed = 0;
    }

    private long left(long begun, Duration longest) {
        if (now || freed >= enough) {
            return 0;
        }
        long passed = System.nanoTime();
        long end = begun + longest.toNanos() - passed;
        return freed == 0 ? end : Math.min(end, freedAt + gathering - passed);
    }
}
