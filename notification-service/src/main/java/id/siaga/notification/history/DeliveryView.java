// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

import id.siaga.notification.delivery.DeliveryStatus;
import id.siaga.web.Caller;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to an endpoint.
 *
 * @param attempts how many were made
 * @param lastError why the last of them failed, or why nothing is tried any more
 * @param nextAttemptAt when it is due; null when it has ended or is being tried, and not before those ahead of it
 *     about the same subject
 * @param resumedAt when it was queued again last
 */
public record DeliveryView(
        UUID id,
        UUID endpointId,
        @Size(max = Caller.LONGEST_PARTY) String party,
        UUID eventId,
        @Size(max = 100) String eventType,
        @Size(max = 36) String subject,
        DeliveryStatus status,
        @Min(0) int attempts,
        @Size(max = 500) @Nullable String lastError,
        @Nullable Instant nextAttemptAt,
        Instant createdAt,
        @Nullable Instant resumedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "The endpoint that is told this order, too, because this one did not take it.") @Nullable
        UUID fallbackEndpointId,

        @Schema(description = "The endpoint for which this one stands in.") @Nullable
        UUID standsInForEndpointId) {}
