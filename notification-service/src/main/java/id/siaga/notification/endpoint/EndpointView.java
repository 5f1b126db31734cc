// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.web.Caller;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An endpoint as its owner sees it; the secret is not among it. */
public record EndpointView(
        UUID id,
        @Size(max = Caller.LONGEST_PARTY) String party,
        @Size(max = 2048) String url,
        @Size(max = 50) List<@Size(max = 100) String> eventTypes,
        @Size(max = 500) @Nullable String description,
        EndpointStatus status,
        Instant createdAt) {

    static EndpointView of(Endpoint endpoint) {
        return new EndpointView(
                endpoint.id(),
                endpoint.party(),
                endpoint.url(),
                endpoint.eventTypes(),
                endpoint.description(),
                endpoint.status(),
                endpoint.createdAt());
    }
}
