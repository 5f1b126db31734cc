// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Hands due challenges to the one who asks, for the length of a lease. */
@ApplicationScoped
class ClaimChallenges {

    private final Challenges challenges;
    private final Clock clock;

    ClaimChallenges(Challenges challenges, Clock clock) {
        this.challenges = challenges;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Challenge> claim(int limit, Duration lease) {
        Instant now = clock.instant();
        return limit <= 0 ? List.of() : challenges.claim(now, now.plus(lease), limit);
    }
}
