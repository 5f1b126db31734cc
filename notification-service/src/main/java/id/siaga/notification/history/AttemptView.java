// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try, as the endpoint's owner sees it.
 *
 * @param eventId the webhook-id that was sent
 * @param number from 1
 * @param httpStatus null when no answer arrived
 * @param error why it failed
 * @param responseExcerpt at most the first KiB of the endpoint's answer
 */
public record AttemptView(
        UUID id,
        UUID deliveryId,
        UUID eventId,
        @Size(max = 100) String eventType,
        @Size(max = 36) String subject,
        @Min(1) int number,
        Instant startedAt,
        @Min(0) long durationMs,
        AttemptStatus status,
        @Min(100) @Max(999) @Nullable Integer httpStatus,
        @Size(max = 500) @Nullable String error,
        @Size(max = 1024) @Nullable String responseExcerpt) {}
