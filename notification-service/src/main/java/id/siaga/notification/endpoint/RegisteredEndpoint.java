// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.web.Caller;
import jakarta.validation.constraints.Size;
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
        @Size(max = Caller.LONGEST_PARTY) String party,
        @Size(max = 2048) String url,
        @Size(max = 50) List<@Size(max = 100) String> eventTypes,
        @Size(max = 500) @Nullable String description,
        EndpointStatus status,
        @Size(max = 50) String secret,
        Instant createdAt) {

    static RegisteredEndpoint of(Endpoint endpoint, String secret) {
        return new RegisteredEndpoint(
                endpoint.id(),
                endpoint.party(),
                endpoint.url(),
                endpoint.settings().eventTypes(),
                endpoint.settings().description(),
                endpoint.status(),
                secret,
                endpoint.createdAt());
    }

    @Override
    public String toString() {
        return "RegisteredEndpoint[" + id + "]";
    }
}
