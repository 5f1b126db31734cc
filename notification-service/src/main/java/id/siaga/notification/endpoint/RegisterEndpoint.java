// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.keyring.Keyring;
import id.siaga.messaging.Uuid7;
import id.siaga.notification.signing.SigningSecret;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** A party says where it wants to be told, and is given the secret to verify what it receives. */
@ApplicationScoped
class RegisterEndpoint {

    private final Endpoints endpoints;
    private final CheckEndpoint check;
    private final CustomHeaders headers;
    private final ClientSecrets clientSecrets;
    private final Keyring keyring;
    private final Event<EndpointToVerify> toVerify;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RegisterEndpoint(
            Endpoints endpoints,
            CheckEndpoint check,
            CustomHeaders headers,
            ClientSecrets clientSecrets,
            Keyring keyring,
            Event<EndpointToVerify> toVerify,
            Clock clock) {
        this.endpoints = endpoints;
        this.check = check;
        this.headers = headers;
        this.clientSecrets = clientSecrets;
        this.keyring = keyring;
        this.toVerify = toVerify;
        this.clock = clock;
    }

    @Transactional
    RegisteredEndpoint register(Caller caller, EndpointRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Uuid7.at(now);
        check.url("/url", request.url());
        check.fallback(id, caller.party(), request.fallbackEndpointId());
        Map<String, String> carried = headers.checked(request.customHeaders(), Map.of());
        SigningSecret secret = SigningSecret.random(random);
        Endpoint endpoint = new Endpoint(
                id,
                caller.party(),
                caller.roles(),
                request.url(),
                EndpointSettings.of(request),
                keyring.seal(secret.key(), SecretContext.of(id)),
                now);
        endpoint.secrets().authorizeBy(clientSecrets.sealed(id, request, null));
        endpoint.secrets().carry(carried.keySet(), headers.seal(id, carried));
        endpoints.persist(endpoint);
        // The statements behind the event point at the row, so it must be there before them.
        endpoints.flush();
        toVerify.fire(new EndpointToVerify(id, request.url()));
        return RegisteredEndpoint.of(endpoint, secret.text());
    }
}
