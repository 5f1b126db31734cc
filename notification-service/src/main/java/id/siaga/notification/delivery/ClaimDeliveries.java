// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Hands due deliveries to the one who asks, for the length of a lease. */
@ApplicationScoped
public class ClaimDeliveries {

    private final Lanes lanes;
    private final LeasedLanes leased;
    private final Clock clock;

    ClaimDeliveries(Lanes lanes, LeasedLanes leased, Clock clock) {
        this.lanes = lanes;
        this.leased = leased;
        this.clock = clock;
    }

    /**
     * Claims what is due of one priority.
     *
     * @param perEndpoint how many one endpoint may have in flight, in all replicas together
     * @param limit how many to claim at most
     * @param lease for how long nobody else gets them
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<ClaimedDelivery> claim(Priority priority, int perEndpoint, int limit, Duration lease) {
        Instant now = clock.instant();
        return limit <= 0 ? List.of() : lanes.claim(priority, perEndpoint, limit, now, now.plus(lease));
    }

    /** Gives back what will not be finished, to be claimed by another replica at once. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void giveBack(Collection<ClaimedDelivery> unfinished) {
        leased.giveBack(unfinished, clock.instant());
    }
}
