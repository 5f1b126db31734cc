// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

import id.siaga.notification.delivery.DeliveryStatus;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to the endpoint.
 *
 * @param attempts how many were made
 * @param nextAttemptAt when it is due; null when it has ended or is being tried, and not before those ahead of it
 *     about the same subject
 */
public record DeliveryView(
        UUID id,
        UUID eventId,
        @Size(max = 100) String eventType,
        @Size(max = 36) String subject,
        DeliveryStatus status,
        @Min(0) int attempts,
        @Nullable Instant nextAttemptAt,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
