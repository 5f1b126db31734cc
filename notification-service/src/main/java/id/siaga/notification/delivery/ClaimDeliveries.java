// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Hands due deliveries to the one who asks, for the length of a lease. */
@ApplicationScoped
public class ClaimDeliveries {

    private final Claims claims;
    private final Heads heads;
    private final LeasedLanes leased;
    private final Database database;
    private final Clock clock;

    ClaimDeliveries(Claims claims, Heads heads, LeasedLanes leased, Database database, Clock clock) {
        this.claims = claims;
        this.heads = heads;
        this.leased = leased;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Claims what is due of one priority.
     *
     * @param lease for how long nobody else gets them
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<ClaimedDelivery> claim(Priority priority, Room room, Duration lease) {
        Instant now = clock.instant();
        if (room.free() <= 0) {
            return List.of();
        }
        // What a crash of the database forgets of it is claimed anew, and sent under the same webhook-id.
        database.findByIndex(Map.of("synchronous_commit", "off"));
        return heads.of(priority, claims.claim(priority, room, now, now.plus(lease)));
    }

    /** Gives back what will not be finished, to be claimed by another replica at once. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void giveBack(Collection<ClaimedDelivery> unfinished) {
        leased.giveBack(unfinished, clock.instant());
    }
}
