// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns a verified token into a {@link Caller}, and refuses one whose issuer asserts a party or a role that is
 * not admitted here: a compromised issuer must not become another organisation.
 */
@ApplicationScoped
class CallerAugmentor implements SecurityIdentityAugmentor {

    /** The attribute that tells when the token ends. */
    static final String END = "siaga.token-end";

    private final Admission admission;

    CallerAugmentor(Admission admission) {
        this.admission = admission;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return refused("The credential is not a token.");
        }
        String party = token.getClaim("party");
        if (party == null || party.isBlank()) {
            return refused("The token names no party.");
        }
        Set<String> roles = Set.copyOf(identity.getRoles());
        if (!admission.admits(party, roles)) {
            return refused("The party is not admitted, or not with these roles.");
        }
        Optional<String> unit = Optional.ofNullable(token.getClaim("unit"));
        Optional<String> subject = Optional.ofNullable(token.getSubject());
        if (party.length() > Caller.LONGEST_PARTY
                || unit.filter(name -> name.length() > Caller.LONGEST_PARTY).isPresent()
                || subject.filter(name -> name.length() > Caller.LONGEST_SUBJECT)
                        .isPresent()) {
            return refused("The token's party, unit or subject is too long.");
        }
        boolean person = "person".equals(token.<String>getClaim("actor"));
        Caller caller = new Caller(party, unit, roles, token.getIssuer(), token.getSubject(), person);
        // Made anew and not added to: what OpenID Connect says of a request must not be known to the next one.
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(caller.personKey()))
                        .addRoles(roles)
                        .addAttribute(Callers.ATTRIBUTE, caller)
                        .addAttribute(END, Instant.ofEpochSecond(token.getExpirationTime()))
                        .build());
    }

    private static Uni<SecurityIdentity> refused(String why) {
        return Uni.createFrom().failure(new AuthenticationFailedException(why));
    }
}
