// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.notification.endpoint.EventTypePattern;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Of what time an endpoint is to be told again. */
public record RecoveryRequest(
        @Schema(description = "From when on.") @NotNull(message = "is required")
        Instant since,

        @Schema(description = "Until when; now, when it is left out.") @Nullable
        Instant until,

        @Schema(
                description = "Only these types, as an endpoint names them; all, when it is left out.",
                examples = "[\"order.*\"]")
        @Size(max = 50, message = "must have at most 50 patterns")
        @Nullable
        List<
                        @NotNull(message = "is required") @Size(max = 100, message = "must have at most 100 characters")
                        @Pattern(
                                regexp = EventTypePattern.SYNTAX,
                                message = "must be noun.verb, where a segment may be *, or * alone")
                        String>
                types) {

    public RecoveryRequest {
        types = types == null ? List.of() : types.stream().distinct().toList();
    }
}
