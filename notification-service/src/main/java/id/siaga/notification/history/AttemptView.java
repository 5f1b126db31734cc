// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

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
        String eventType,
        String subject,
        int number,
        Instant startedAt,
        long durationMs,
        AttemptStatus status,
        @Nullable Integer httpStatus,
        @Nullable String error,
        @Nullable String responseExcerpt) {}
