// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.keyring.Keyring;
import id.siaga.notification.endpoint.NotificationRefusal.EndpointRefused;
import id.siaga.notification.oauth.ClientCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals what an endpoint's owner lets us get tokens by. */
@ApplicationScoped
class ClientSecrets {

    private final CheckEndpoint check;
    private final Keyring keyring;

    ClientSecrets(CheckEndpoint check, Keyring keyring) {
        this.check = check;
        this.keyring = keyring;
    }

    /**
     * The sealed secret as it is from now on.
     *
     * @param before the one until now, which a mask stands for
     */
    byte @Nullable [] sealed(UUID endpointId, EndpointRequest request, byte @Nullable [] before) {
        OAuth2Settings oauth2 = request.oauth2();
        if (oauth2 == null) {
            return null;
        }
        check.url("/oauth2/tokenUrl", oauth2.tokenUrl());
        if (request.customHeaders().keySet().stream().anyMatch("authorization"::equalsIgnoreCase)) {
            throw new EndpointRefused("/headers/authorization", "is what oauth2 sets");
        }
        if (!CustomHeaders.MASK.equals(oauth2.clientSecret())) {
            return keyring.seal(oauth2.clientSecret().getBytes(UTF_8), SecretContext.oauthOf(endpointId));
        }
        if (before == null) {
            throw new EndpointRefused("/oauth2/clientSecret", "needs a value");
        }
        return before;
    }

    @Nullable
    ClientCredentials open(
            UUID endpointId,
            @Nullable String tokenUrl,
            @Nullable String clientId,
            @Nullable String scope,
            byte @Nullable [] sealed) {
        if (tokenUrl == null || clientId == null || sealed == null) {
            return null;
        }
        String secret = new String(keyring.open(sealed, SecretContext.oauthOf(endpointId)), UTF_8);
        return new ClientCredentials(tokenUrl, clientId, secret, scope);
    }
}
