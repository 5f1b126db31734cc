// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.keyring.Keyring;
import id.siaga.notification.signing.SigningSecret;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Gives an endpoint a new secret; the old one signs along for a while. */
@ApplicationScoped
class RotateSecret {

    private final Endpoints endpoints;
    private final RetiringSecrets retiring;
    private final Keyring keyring;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RotateSecret(Endpoints endpoints, RetiringSecrets retiring, Keyring keyring, Clock clock) {
        this.endpoints = endpoints;
        this.retiring = retiring;
        this.keyring = keyring;
        this.clock = clock;
    }

    @Transactional
    RotatedSecret rotate(Caller caller, UUID id, SecretRequest request) {
        Endpoint endpoint =
                endpoints.findLocked(caller.party(), id).orElseThrow(NotificationRefusal.EndpointNotFound::new);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant oldUntil = now.plus(Duration.ofHours(request.hours()));
        SigningSecret fresh = SigningSecret.random(random);
        byte[] old = endpoint.secrets().replaceSecret(keyring.seal(fresh.key(), SecretContext.of(id)));
        retiring.add(id, old, now, oldUntil);
        return new RotatedSecret(id, fresh.text(), oldUntil);
    }
}
