// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.delivery;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk reads of notification's `delivery.failing` and `delivery.abandoned`.
 *
 * @param eventType of the event that does not arrive
 * @param subject of that event; an order, when its type says so
 * @param error what went wrong last, in notification's own words; none where nothing was tried yet
 * @param fallbackEndpointId another endpoint of the party that is told instead, or as well
 */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record DeliveryTrouble(
        String eventType,
        UUID subject,
        String party,
        @Nullable String error,
        @Nullable UUID fallbackEndpointId) {

    static final String FAILING = "id.siaga.delivery.failing.v1";
    static final String ABANDONED = "id.siaga.delivery.abandoned.v1";

    DeliveryTrouble {
        requireNonNull(eventType, "eventType");
        requireNonNull(subject, "subject");
        requireNonNull(party, "party");
    }
}
