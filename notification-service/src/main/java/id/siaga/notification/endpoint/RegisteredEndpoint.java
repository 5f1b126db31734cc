// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new endpoint with its secret.
 *
 * @param secret for verifying signatures; shown here and never again
 */
public record RegisteredEndpoint(
        UUID id,
        String party,
        String url,
        List<String> eventTypes,
        @Nullable String description,
        EndpointStatus status,
        String secret,
        Instant createdAt) {

    static RegisteredEndpoint of(Endpoint endpoint, String secret) {
        return new RegisteredEndpoint(
                endpoint.id(),
                endpoint.party(),
                endpoint.url(),
                endpoint.eventTypes(),
                endpoint.description(),
                endpoint.status(),
                secret,
                endpoint.createdAt());
    }

    @Override
    public String toString() {
        return "RegisteredEndpoint[" + id + "]";
    }
}
