// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.messaging.Uuid7;
import id.siaga.web.Caller;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets an officer show a file to the platform that an order addresses, and take that back. It is never shown by itself: a
 * screenshot may show who reported.
 */
@ApplicationScoped
class GrantEvidence {

    /** What holds now; {@code created} unless it did before. */
    record Granted(Grant grant, boolean created) {}

    private final References references;
    private final Grants grants;
    private final EvidenceConfig config;
    private final Clock clock;

    GrantEvidence(References references, Grants grants, EvidenceConfig config, Clock clock) {
        this.references = references;
        this.grants = grants;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    Granted grant(Caller officer, UUID report, Sha256 digest, UUID order, GrantRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expiresAt = request.expiresAt().truncatedTo(ChronoUnit.MICROS);
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(config.longestGrant()))) {
            throw new InvalidRequest(
                    "/expiresAt",
                    Text.of(
                            "must lie in the next {0} days",
                            config.longestGrant().toDays()));
        }
        // Two officers at once: the second one waits here, and then sees what the first one granted.
        if (references.lock(report, digest).isEmpty()) {
            throw new EvidenceRefusal.Unknown();
        }
        Optional<Grant> earlier = grants.current(report, digest, order, now);
        if (earlier.isPresent()) {
            Grant grant = earlier.get();
            if (!grant.platform().equals(request.platform())
                    || !grant.expiresAt().equals(expiresAt)) {
                throw new EvidenceRefusal.GrantDiffers();
            }
            return new Granted(grant, false);
        }
        Grant grant =
                new Grant(Uuid7.next(clock), digest, order, request.platform(), officer.personKey(), now, expiresAt);
        grants.add(report, digest, grant);
        return new Granted(grant, true);
    }

    @Transactional
    void revoke(Caller officer, UUID report, Sha256 digest, UUID order) {
        Instant now = clock.instant();
        if (references.lock(report, digest).isEmpty()) {
            throw new EvidenceRefusal.Unknown();
        }
        Grant grant = grants.current(report, digest, order, now).orElseThrow(EvidenceRefusal.Unknown::new);
        grants.revoke(grant, officer.personKey(), now);
    }
}
