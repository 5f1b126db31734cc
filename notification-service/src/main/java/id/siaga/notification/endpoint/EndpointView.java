// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.notification.breaker.Health;
import id.siaga.web.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint as its owner sees it; secrets are not among it. */
public record EndpointView(
        UUID id,

        @Schema(description = "How often it was edited, and its ETag.") @Min(1)
        int revision,

        @Size(max = Caller.LONGEST_PARTY) String party,

        @Size(max = 2048) String url,

        @Schema(description = "A new URL, which is taken up when it has answered a challenge.")
        @Size(max = 2048)
        @Nullable
        String pendingUrl,

        @Size(max = 50) List<@Size(max = 100) String> eventTypes,

        @Size(max = 500) @Nullable String description,

        EndpointFilters filters,

        @Schema(description = "The names of its headers, with *** for their values.") @Size(max = CustomHeaders.MOST)
        Map<@Size(max = 64) String, @Size(max = 3) String> headers,

        @Size(max = 3) String apiVersion,

        @Schema(description = "The most deliveries in a second, orders not held up; null for as many as come.")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer rateLimit,

        @Schema(description = "Whether events of one subject wait for each other; those of orders always do.")
        boolean ordered,

        @Size(max = 254) @Nullable String contact,

        @Size(max = 2) List<@Size(max = 3) String> signatures,

        @Nullable UUID fallbackEndpointId,

        @Nullable OAuth2Settings oauth2,

        EndpointStatus status,

        Health health,

        Instant createdAt) {

    static EndpointView of(Endpoint endpoint, Health health) {
        EndpointSettings settings = endpoint.settings();
        return new EndpointView(
                endpoint.id(),
                endpoint.revision(),
                endpoint.party(),
                endpoint.url(),
                endpoint.pendingUrl(),
                settings.eventTypes(),
                settings.description(),
                settings.filters(),
                CustomHeaders.masked(endpoint.secrets().headerNames()),
                settings.apiVersion(),
                settings.rateLimit(),
                settings.ordered(),
                settings.contact(),
                settings.signatures(),
                settings.fallbackId(),
                settings.oauth2(),
                endpoint.status(),
                health,
                endpoint.createdAt());
    }
}
