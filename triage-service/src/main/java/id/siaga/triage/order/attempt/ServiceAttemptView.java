// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.attempt;

import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to serve an order, as the desk reads it.
 *
 * @param route a kind of contact route, or what an officer called it
 * @param at when it was made
 */
public record ServiceAttemptView(
        UUID id,
        @Size(max = 100) String route,
        @Nullable @Size(max = 1000) String address,
        AttemptOutcome outcome,
        Instant at,
        @Nullable @Size(max = 2000) String proof,
        @Nullable @Size(max = 2000) String note,
        @Size(max = Actor.LONGEST_SHOWN) String by,
        Instant recordedAt) {}
