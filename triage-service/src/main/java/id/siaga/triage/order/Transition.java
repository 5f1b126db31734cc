// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.record.Actor;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of an order's history: who, when and why. */
@Embeddable
record Transition(
        @Enumerated(EnumType.STRING) OrderStatus status,
        Instant at,
        String who,
        String party,
        @Nullable String why) {

    Actor by() {
        return new Actor(who, party);
    }
}
