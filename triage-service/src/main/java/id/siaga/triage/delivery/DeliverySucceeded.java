// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.delivery;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * What the desk reads of notification's `delivery.succeeded`.
 *
 * @param eventType of the event that was delivered
 * @param subject of that event; an order or a canary, when its type says so
 * @param receivedAt when the endpoint answered 2xx
 */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record DeliverySucceeded(String eventType, UUID subject, String party, Instant receivedAt) {

    static final String TYPE = "id.siaga.delivery.succeeded.v1";

    DeliverySucceeded {
        requireNonNull(eventType, "eventType");
        requireNonNull(subject, "subject");
        requireNonNull(party, "party");
        requireNonNull(receivedAt, "receivedAt");
    }
}
