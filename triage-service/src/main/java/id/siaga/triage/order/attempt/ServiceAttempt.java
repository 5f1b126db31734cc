// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.attempt;

import id.siaga.triage.record.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to serve an order.
 *
 * @param route a kind of contact route, or what an officer called it
 * @param at when it was made
 */
public record ServiceAttempt(
        String route,
        @Nullable String address,
        AttemptOutcome outcome,
        Instant at,
        @Nullable String proof,
        @Nullable String note,
        Actor by) {}
