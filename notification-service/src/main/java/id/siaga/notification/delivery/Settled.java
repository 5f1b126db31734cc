// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a claimed delivery.
 *
 * @param status PENDING when it is to be tried again
 * @param attempts how many were made in all
 * @param error why it is not received
 * @param at since when it is so; of one that was received, when that was
 * @param dueAt when its lane is due again
 * @param fallbackId the endpoint that is told instead, or as well
 */
record Settled(
        ClaimedDelivery delivery,
        DeliveryStatus status,
        int attempts,
        @Nullable String error,
        Instant at,
        Instant dueAt,
        @Nullable UUID fallbackId) {

    Settled(
            ClaimedDelivery delivery,
            DeliveryStatus status,
            int attempts,
            @Nullable String error,
            Instant at,
            Instant dueAt) {
        this(delivery, status, attempts, error, at, dueAt, null);
    }

    boolean isOver() {
        return status != DeliveryStatus.PENDING;
    }

    Settled goingTo(@Nullable UUID fallback) {
        return new Settled(delivery, status, attempts, error, at, dueAt, fallback);
    }

    DeliveryFacts facts() {
        return DeliveryFacts.of(delivery, attempts, error).goingTo(fallbackId);
    }
}
