// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

import id.siaga.notification.endpoint.ConfirmEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records how a try went, and with a passed one that the endpoint is its owner's. */
@ApplicationScoped
class RecordChallenge {

    /**
     * The waits after the tries. The first are short: a receiver that verifies signatures turns the first away, until its
     * owner has put the secret there that registration has answered. All together last long enough to start a receiver.
     */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    private final Challenges challenges;
    private final ConfirmEndpoint confirm;
    private final Clock clock;

    RecordChallenge(Challenges challenges, ConfirmEndpoint confirm, Clock clock) {
        this.challenges = challenges;
        this.confirm = confirm;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void passed(Challenge challenge, int httpStatus) {
        // The endpoint first: whoever names a URL locks it before its challenge.
        if (confirm.confirm(challenge.endpointId(), challenge.url())) {
            challenges.passed(challenge, httpStatus);
        } else {
            challenges.failed(
                    challenge, httpStatus, "the endpoint has another URL by now, or its party is told nothing", null);
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(Challenge challenge, @Nullable Integer httpStatus, String error) {
        int tries = challenge.attempts();
        Instant next = tries > WAITS.size() ? null : clock.instant().plus(WAITS.get(tries - 1));
        challenges.failed(challenge, httpStatus, error, next);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void gone(Challenge challenge) {
        challenges.failed(challenge, null, "the endpoint has ended", null);
    }
}
