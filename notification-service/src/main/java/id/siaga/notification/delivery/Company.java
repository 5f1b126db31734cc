// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * For how long a transaction waits for more that share it: not at all, unless the one before was shared by many. Under load a
 * moment more makes it twice as large, which costs hardly more; an outcome that comes alone never waits.
 */
final class Company {

    private static final int MANY = 8;
    private static final Duration A_MOMENT = Duration.ofMillis(10);

    private final int enough;
    private final Duration moment;
    private volatile CountDownLatch missing;
    private volatile boolean many;

    /** @param enough so many need not wait for more */
    Company(int enough) {
        this(enough, A_MOMENT);
    }

    Company(int enough, Duration moment) {
        this.enough = enough;
        this.moment = moment;
        this.missing = new CountDownLatch(enough);
    }

    /** One more waits. */
    void joined() {
        missing.countDown();
    }

    /**
     * Returns when enough wait, or no more are waited for.
     *
     * @param waiting how many do by now
     */
    void await(int waiting) {
        try {
            if (many && waiting < enough) {
                var unused = missing.await(moment.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        missing = new CountDownLatch(enough);
    }

    /** So many share a transaction. */
    void left(int together) {
        many = together >= MANY;
    }
}
