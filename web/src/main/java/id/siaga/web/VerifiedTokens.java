// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Whom tokens stand for that were found good a moment ago. A party sends the same token with each request for minutes, and
 * to verify its signature and read it costs as much as half of what else there is to do.
 *
 * <p>Nothing is remembered past a token's own end, or longer than {@link IssuerTrust#verifiedFor()}: so long may a token
 * outlive a key that its issuer has withdrawn. Tokens that are refused are never remembered, and of good ones only a
 * digest is.
 */
@ApplicationScoped
class VerifiedTokens {

    /** More than callers have tokens in a minute; who is forgotten is verified again. */
    private static final int MOST = 10_000;

    private record Verified(SecurityIdentity identity, Instant end) {}

    private final Cache<String, Verified> verified;
    private final Clock clock;

    VerifiedTokens(IssuerTrust trust, Clock clock) {
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(trust.verifiedFor())
                .build();
    }

    Optional<SecurityIdentity> find(String token) {
        return Optional.ofNullable(verified.getIfPresent(digest(token)))
                .filter(one -> clock.instant().isBefore(one.end()))
                .map(Verified::identity);
    }

    /** @param end when the token ends by its own word */
    void remember(String token, SecurityIdentity identity, Instant end) {
        verified.put(digest(token), new Verified(identity, end));
    }

    private static String digest(String token) {
        return HexFormat.of().formatHex(BodyDigest.sha256(token.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
