// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is to be.
 *
 * @param url where webhooks are posted; https
 * @param eventTypes what it wants to hear: {@code noun.verb}, a segment may be {@code *}
 */
public record EndpointRequest(
        @NotBlank(message = "is required")
        @Size(max = 2048, message = "must have at most 2048 characters")
        @Schema(description = "Where webhooks are posted.", examples = "https://hooks.cekfakta.example/siaga")
        String url,

        @NotEmpty(message = "needs at least one pattern")
        @Size(max = 50, message = "must have at most 50 patterns")
        @Schema(
                description = "What it wants to hear: noun.verb, where a segment may be *, or * alone.",
                examples = "[\"order.*\", \"report.status-changed\"]")
        List<
                        @NotNull(message = "is required") @Size(max = 100, message = "must have at most 100 characters")
                        @Pattern(
                                regexp = EventTypePattern.SYNTAX,
                                message = "must be noun.verb, where a segment may be *, or * alone")
                        String>
                eventTypes,

        @Schema(description = "For its owner's people.")
        @Size(max = 500, message = "must have at most 500 characters")
        @Nullable
        String description,

        @Valid @Nullable EndpointFilters filters,

        @Schema(
                description = "Headers of every request to it, by name. Values are stored encrypted and shown as ***;"
                        + " sent back as *** they stay what they were.",
                examples = "{\"x-gateway-key\": \"k-3f9a\"}")
        @Size(max = CustomHeaders.MOST, message = "must have at most 10 headers")
        @Nullable
        Map<
                        @Size(max = 64, message = "must have at most 64 characters") String,
                        @NotNull(message = "is required") @Size(max = 512, message = "must have at most 512 characters")
                        @Pattern(
                                regexp = CustomHeaders.VALUE,
                                message = "must be visible ASCII characters, with spaces between them at most")
                        String>
                headers,

        @Schema(description = "The version of this API whose events it reads; 1 when left out.", defaultValue = "1")
        @Size(max = 3)
        @Pattern(regexp = "1", message = "must be 1, the only version so far")
        @Nullable
        String apiVersion,

        @Schema(description = "The most deliveries in a second, orders not held up; null for as many as come.")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer rateLimit,

        @Schema(
                description = "Whether events of one subject wait for each other; true when left out. Those of orders"
                        + " always do.",
                defaultValue = "true")
        @Nullable
        Boolean ordered,

        @Schema(description = "Whom to write to when it fails.", examples = "webhooks@cekfakta.example")
        @Email
        @Size(max = 254, message = "must have at most 254 characters")
        @Nullable
        String contact,

        @Schema(
                description = "How requests are signed: v1 (HMAC-SHA256 under its own secret), v1a (Ed25519 under the"
                        + " service's key), or both; v1 when left out.",
                examples = "[\"v1\", \"v1a\"]")
        @Size(min = 1, max = 2, message = "must name one or two")
        @Nullable
        List<
                        @NotNull(message = "is required") @Size(max = 3)
                        @Pattern(regexp = "v1a?", message = "must be v1 or v1a") String>
                signatures,

        @Schema(description = "Another endpoint of the party, which is told the orders that this one does not take.")
        @Nullable
        UUID fallbackEndpointId,

        @Valid @Nullable OAuth2Settings oauth2) {

    Map<String, String> customHeaders() {
        return headers == null ? Map.of() : headers;
    }
}
