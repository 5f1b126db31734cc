// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Says of each order once that it is still undelivered when 80 % of the time to serve it is gone, whether it was
 * tried or not: one that waits behind a hanging endpoint needs another way most of all, and its fallback is told at once.
 */
@ApplicationScoped
public class WarnOfFailing {

    private static final int BATCH = 200;

    private final Deliveries deliveries;
    private final FailOver failOver;
    private final DeliveryEvents events;
    private final Clock clock;

    WarnOfFailing(Deliveries deliveries, FailOver failOver, DeliveryEvents events, Clock clock) {
        this.deliveries = deliveries;
        this.failOver = failOver;
        this.events = events;
        this.clock = clock;
    }

    /** Returns true when there may be more to say. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean warn() {
        Instant now = clock.instant();
        List<DeliveryFacts> failing = deliveries.takeFailing(now, BATCH);
        events.failing(failOver.of(failing, now), now);
        return failing.size() == BATCH;
    }
}
