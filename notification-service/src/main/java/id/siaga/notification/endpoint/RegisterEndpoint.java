// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.keyring.Keyring;
import id.siaga.messaging.Uuid7;
import id.siaga.notification.egress.Destinations;
import id.siaga.notification.egress.UnsafeDestination;
import id.siaga.notification.signing.SigningSecret;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A party says where it wants to be told, and is given the secret to verify what it receives. */
@ApplicationScoped
class RegisterEndpoint {

    private final Endpoints endpoints;
    private final Destinations destinations;
    private final Keyring keyring;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RegisterEndpoint(Endpoints endpoints, Destinations destinations, Keyring keyring, Clock clock) {
        this.endpoints = endpoints;
        this.destinations = destinations;
        this.keyring = keyring;
        this.clock = clock;
    }

    @Transactional
    RegisteredEndpoint register(Caller caller, EndpointRequest request) {
        vet(request.url());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Uuid7.at(now);
        SigningSecret secret = SigningSecret.random(random);
        Endpoint endpoint = new Endpoint(
                id,
                caller.party(),
                caller.roles(),
                request.url(),
                request.eventTypes(),
                request.description(),
                keyring.seal(secret.key(), SecretContext.of(id)),
                now);
        endpoints.persist(endpoint);
        return RegisteredEndpoint.of(endpoint, secret.text());
    }

    private void vet(String url) {
        try {
            destinations.vet(url);
        } catch (UnsafeDestination unsafe) {
            throw new NotificationRefusal.UrlRefused(unsafe.reason());
        }
    }
}
