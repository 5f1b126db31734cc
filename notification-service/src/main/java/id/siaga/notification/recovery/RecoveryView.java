// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recovery or replay, and how far it is. */
public record RecoveryView(
        UUID id,

        UUID endpointId,

        RecoveryKind kind,

        RecoveryStatus status,

        Instant since,

        Instant until,

        @Size(max = 50) List<@Size(max = 100) String> types,

        @Schema(description = "How many deliveries or events were looked at.") @Min(0)
        long examined,

        @Schema(description = "How many of them are on their way, or have arrived by now.") @Min(0)
        long queued,

        Instant requestedAt,

        @Nullable Instant endedAt,

        @Schema(description = "Events from before may be gone, and are passed over; null while all are kept.") @Nullable
        Instant keptSince) {}
