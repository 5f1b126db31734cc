// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.delivery;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * What the desk reads of notification's `events.committed`.
 *
 * @param eventType of the event that was pulled
 * @param subject of that event; an order or a canary, when its type says so
 * @param committedAt when the party said that it has it
 */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record EventsCommitted(String eventType, UUID subject, String party, Instant committedAt) {

    static final String TYPE = "id.siaga.events.committed.v1";

    EventsCommitted {
        requireNonNull(eventType, "eventType");
        requireNonNull(subject, "subject");
        requireNonNull(party, "party");
        requireNonNull(committedAt, "committedAt");
    }
}
