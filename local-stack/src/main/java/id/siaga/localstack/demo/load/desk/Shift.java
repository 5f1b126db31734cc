// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.desk;

import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import org.jspecify.annotations.Nullable;

/** The desk at work beside the reporters: it looks at its queue again and again while reports come. */
public final class Shift {
    private static final long PAUSE_MILLIS = 200;

    private final LoadDesk desk;
    private final LoadOrders orders;
    private volatile boolean over;
    private @Nullable Thread thread;

    public Shift(LoadDesk desk, LoadOrders orders) {
        this.desk = desk;
        this.orders = orders;
    }

    public void begin() {
        thread = Thread.ofVirtual().name("load-desk").start(this::work);
    }

    /** Ends with the cases in hand; what is left is for whoever calls {@link #decide} then. */
    public void end() throws InterruptedException {
        over = true;
        if (thread != null) {
            thread.join();
        }
    }

    /** One look at both queues; returns how many cases are undecided. */
    public int decide() {
        try {
            int open = desk.work();
            orders.work();
            return open;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void work() {
        try {
            while (!over) {
                look();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            decide();
        } catch (Api.Unreachable | Answer.Refused away) {
            // A service that is being started again; the queue is still there afterwards.
        }
    }
}
