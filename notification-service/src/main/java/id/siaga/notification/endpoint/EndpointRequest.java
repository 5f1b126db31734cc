// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new endpoint.
 *
 * @param url where webhooks are posted; https
 * @param eventTypes what it wants to hear: {@code noun.verb}, a segment may be {@code *}
 */
public record EndpointRequest(
        @NotBlank(message = "is required")
        @Size(max = 2048, message = "must have at most 2048 characters")
        @Schema(examples = "https://hooks.cekfakta.example/siaga")
        String url,

        @NotEmpty(message = "needs at least one pattern")
        @Size(max = 50, message = "must have at most 50 patterns")
        @Schema(examples = "[\"order.*\", \"report.status-changed\"]")
        List<
                        @NotNull(message = "is required") @Size(max = 100, message = "must have at most 100 characters")
                        @Pattern(
                                regexp = EventTypePattern.SYNTAX,
                                message = "must be noun.verb, where a segment may be *, or * alone")
                        String>
                eventTypes,

        @Size(max = 500, message = "must have at most 500 characters") @Nullable
        String description) {}
