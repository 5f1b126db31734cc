// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When it is worth looking for what is due. What is new is looked for at once; places that become free are gathered a moment,
 * since claiming many costs hardly more than claiming one.
 */
final class Hints {

    private static final long GATHERING = Duration.ofMillis(25).toNanos();

    private final int enough;
    private boolean now;
    private int freed;
    private long freedAt;

    /** @param enough so many free places are worth a look */
    Hints(int enough) {
        this.enough = enough;
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
        if (freed == 1 || freed == enough) {
            notifyAll();
        }
    }

    /** Waits until it is worth a look, or for as long as nothing hints at it. */
    synchronized void await(Duration longest) throws InterruptedException {
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
        return freed == 0 ? end : Math.min(end, freedAt + GATHERING - passed);
    }
}
