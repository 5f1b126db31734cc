// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import id.siaga.messaging.Uuid7;
import id.siaga.notification.endpoint.EndpointView;
import id.siaga.notification.endpoint.FindEndpoints;
import id.siaga.notification.endpoint.NotificationRefusal;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A party has its receiver rehearsed, one rehearsal at a time, and reads what it has shown. */
@ApplicationScoped
class RehearseEndpoint {

    private static final int KEPT = 10;

    private final Rehearsals rehearsals;
    private final FindEndpoints endpoints;
    private final Event<StepDue> due;
    private final Clock clock;

    RehearseEndpoint(Rehearsals rehearsals, FindEndpoints endpoints, Event<StepDue> due, Clock clock) {
        this.rehearsals = rehearsals;
        this.endpoints = endpoints;
        this.due = due;
        this.clock = clock;
    }

    @Transactional
    RehearsalView start(Caller caller, UUID endpointId) {
        EndpointView endpoint = endpoints.callable(caller, endpointId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Uuid7.at(now);
        if (!rehearsals.start(steps(id, endpoint, now), now)) {
            throw new NotificationRefusal.RehearsalRunning();
        }
        rehearsals.forget(endpointId, KEPT);
        due.fire(new StepDue());
        return read(endpointId, id);
    }

    @Transactional
    RehearsalView get(Caller caller, UUID endpointId, UUID id) {
        return read(endpoints.get(caller, endpointId).id(), id);
    }

    private RehearsalView read(UUID endpointId, UUID id) {
        return rehearsals.find(endpointId, id).orElseThrow(NotificationRefusal.EndpointNotFound::new);
    }

    /** The same order under the same id where it is repeated, and orders of their own elsewhere. */
    private static List<Step> steps(UUID id, EndpointView endpoint, Instant now) {
        UUID event = Uuid7.at(now);
        UUID order = Uuid7.at(now);
        List<Step> steps = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            boolean sameEvent =
                    switch (kind) {
                        case ORDER, DUPLICATE, SLOW_RETRY -> true;
                        case BAD_SIGNATURE, ALTERED_BODY, OUT_OF_DATE, UNKNOWN_TYPE, SEVERAL_SIGNATURES, WITHDRAWAL ->
                            false;
                    };
            steps.add(new Step(
                    id,
                    endpoint.id(),
                    endpoint.party(),
                    steps.size() + 1,
                    kind,
                    sameEvent ? event : Uuid7.at(now),
                    sameEvent || kind == StepKind.WITHDRAWAL ? order : Uuid7.at(now),
                    now));
        }
        return steps;
    }
}
