// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Ends information that has waited behind an open breaker for as long as it would have been tried. Nothing tries it, so that
 * nothing else finds its time to be over; it can be recovered like all that failed.
 */
@ApplicationScoped
public class AbandonOverdue {

    private static final int BATCH = 200;
    private static final String WHY = "its three days were over while the endpoint's breaker was open";

    private final OverdueDeliveries deliveries;
    private final Clock clock;

    AbandonOverdue(OverdueDeliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Returns true when there may be more to end. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean abandon() {
        Instant now = clock.instant();
        Instant since = now.minus(RetrySchedule.PERIOD);
        List<UUID> overdue = deliveries.lock(since, now, BATCH);
        if (overdue.isEmpty()) {
            return false;
        }
        return deliveries.abandon(overdue, since, WHY, now) == BATCH;
    }
}
