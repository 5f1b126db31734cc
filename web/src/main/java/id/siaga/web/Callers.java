// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The caller of the current request. */
@ApplicationScoped
public class Callers {

    static final String ATTRIBUTE = "siaga.caller";

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller; 401 when the request carries no token. */
    public Caller current() {
        return known().orElseThrow(UnauthorizedException::new);
    }

    /** The caller, if the request carries a token. */
    Optional<Caller> known() {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    /** When the token that the caller sent ends. */
    public Instant tokenEnd() {
        return Optional.<Instant>ofNullable(identity.getAttribute(CallerAugmentor.END))
                .orElseThrow(UnauthorizedException::new);
    }

    /** The caller, who must be a human being; 403 for a token of client credentials. */
    public Caller person() {
        Caller caller = current();
        if (!caller.person()) {
            throw new ForbiddenException("This act needs a person; a client-credentials token cannot do it.");
        }
        return caller;
    }
}
