// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the last challenge of an endpoint went. */
public record VerificationView(
        UUID endpointId,

        @Schema(description = "The URL that was challenged.") @Size(max = 2048)
        String url,

        VerificationStatus status,

        @Min(0) @Max(100) int attempts,

        Instant requestedAt,

        @Nullable Instant lastTriedAt,

        @Min(100) @Max(999) @Nullable Integer lastHttpStatus,

        @Schema(description = "Why the last try did not pass.") @Size(max = 500) @Nullable
        String lastError,

        @Schema(description = "When it is tried again; null when it is not.") @Nullable
        Instant nextTryAt) {}
