// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.attempt;

import id.siaga.triage.platform.ContactRoute;
import id.siaga.triage.platform.RouteKind;
import id.siaga.triage.record.Actor;
import id.siaga.web.InvalidRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That it was tried to serve an order, and what came of that.
 *
 * @param route by what kind of contact route
 * @param address where; without it, that of the directory which comes next of this kind
 * @param at when
 * @param proof what proves receipt; needed with SERVED
 */
public record AttemptRequest(
        @NotNull RouteKind route,
        @Nullable @Size(max = 1000) String address,
        @NotNull AttemptOutcome outcome,
        @NotNull Instant at,
        @Nullable @Size(max = 2000) String proof,
        @Nullable @Size(max = 2000) String note) {

    /** What no single member shows to be wrong. */
    public void check() {
        if (outcome == AttemptOutcome.SERVED && (proof == null || proof.isBlank())) {
            throw new InvalidRequest("/proof", "is needed with SERVED");
        }
    }

    /** The attempt, with the address that was meant. */
    public ServiceAttempt attempt(List<ContactRoute> routes, List<ServiceAttemptView> before, Instant time, Actor by) {
        return new ServiceAttempt(
                route.name(), address == null ? meant(routes, before) : address, outcome, time, proof, note, by);
    }

    private @Nullable String meant(List<ContactRoute> routes, List<ServiceAttemptView> before) {
        List<ContactRoute> ofKind =
                routes.stream().filter(one -> one.kind() == route).toList();
        return ServiceAttempts.due(ofKind, before).map(ContactRoute::address).orElse(null);
    }
}
