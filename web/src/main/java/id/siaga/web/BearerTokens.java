// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Lets Quarkus verify a token, unless it was found good a moment ago. */
@Alternative
@Priority(1)
@ApplicationScoped
class BearerTokens implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    private final OidcAuthenticationMechanism oidc;
    private final VerifiedTokens verified;
    private final Admission admission;

    BearerTokens(OidcAuthenticationMechanism oidc, VerifiedTokens verified, Admission admission) {
        this.oidc = oidc;
        this.verified = verified;
        this.admission = admission;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        Optional<String> token = token(request);
        Optional<SecurityIdentity> known = token.flatMap(verified::find).filter(this::isAdmitted);
        if (known.isPresent()) {
            return Uni.createFrom().item(known.get());
        }
        return oidc.authenticate(request, identities)
                .onItem()
                .ifNotNull()
                .invoke(identity -> token.ifPresent(good -> remember(good, identity)));
    }

    /** Whoever was let in a moment ago may have been suspended since. */
    private boolean isAdmitted(SecurityIdentity identity) {
        return admission.admits(identity.<Caller>getAttribute(Callers.ATTRIBUTE));
    }

    private void remember(String token, SecurityIdentity identity) {
        Instant end = identity.getAttribute(CallerAugmentor.END);
        if (end != null) {
            verified.remember(token, identity, end);
        }
    }

    private static Optional<String> token(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }
}
