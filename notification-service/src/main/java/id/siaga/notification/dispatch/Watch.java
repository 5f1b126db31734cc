// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import id.siaga.notification.delivery.Backlog;
import id.siaga.notification.delivery.WarnOfFailing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks every second for orders that are failing, and every ten for how much waits. */
@ApplicationScoped
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final int ROUNDS_PER_SAMPLE = 10;

    private final WarnOfFailing failing;
    private final Backlog backlog;
    private final DeliveryMetrics metrics;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread loop = Thread.ofPlatform().name("delivery-watch").unstarted(this::run);

    Watch(WarnOfFailing failing, Backlog backlog, DeliveryMetrics metrics) {
        this.failing = failing;
        this.backlog = backlog;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        loop.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        int round = 0;
        try {
            do {
                look(round++ % ROUNDS_PER_SAMPLE == 0);
            } while (!stop.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(boolean sample) {
        try {
            boolean more = true;
            while (more && stop.getCount() > 0) {
                more = failing.warn();
            }
            if (sample) {
                metrics.sampled(backlog.size());
            }
        } catch (RuntimeException failure) {
            LOG.warn("Looking for failing orders did not work and is tried again", failure);
        }
    }
}
