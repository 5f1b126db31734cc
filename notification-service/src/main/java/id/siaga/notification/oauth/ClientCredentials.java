// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.oauth;

import org.jspecify.annotations.Nullable;

/** By what a token is got. */
public record ClientCredentials(
        String tokenUrl,
        String clientId,
        String clientSecret,
        @Nullable String scope) {

    @Override
    public String toString() {
        return "ClientCredentials[" + clientId + "]";
    }
}
