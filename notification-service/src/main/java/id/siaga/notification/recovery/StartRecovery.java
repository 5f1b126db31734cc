// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.messaging.Uuid7;
import id.siaga.notification.endpoint.EndpointView;
import id.siaga.notification.endpoint.FindEndpoints;
import id.siaga.notification.endpoint.NotificationRefusal;
import id.siaga.web.Caller;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Has an endpoint told again what it missed, or all that its party may know. It is worked off behind the answer. */
@ApplicationScoped
class StartRecovery {

    private final FindEndpoints endpoints;
    private final Recoveries recoveries;
    private final RecoverFailed recover;
    private final ReplayEvents replay;
    private final Clock clock;

    StartRecovery(
            FindEndpoints endpoints, Recoveries recoveries, RecoverFailed recover, ReplayEvents replay, Clock clock) {
        this.endpoints = endpoints;
        this.recoveries = recoveries;
        this.recover = recover;
        this.replay = replay;
        this.clock = clock;
    }

    /**
     * Begins one.
     *
     * @throws NotificationRefusal.RecoveryRunning while another one of the endpoint runs
     */
    @Transactional
    RecoveryView start(Caller caller, UUID endpointId, RecoveryKind kind, RecoveryRequest request) {
        EndpointView endpoint = endpoints.active(caller, endpointId);
        recoveries.running(endpointId).ifPresent(running -> {
            throw new NotificationRefusal.RecoveryRunning(running);
        });
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant until = until(request, now);
        boolean partner = isPartner(caller, endpoint);
        List<String> begin =
                switch (kind) {
                    case RECOVERY -> recover.begin();
                    case REPLAY -> replay.begin(endpoint.party(), partner, request.since(), until);
                };
        Recovery recovery = new Recovery(
                Uuid7.at(now),
                endpointId,
                endpoint.party(),
                kind,
                request.since(),
                until,
                Objects.requireNonNullElse(request.types(), List.of()),
                partner,
                begin);
        recoveries.start(recovery, now);
        recoveries.forget(endpointId);
        return recoveries.find(endpointId, recovery.id()).orElseThrow();
    }

    /** What ends after now is not in question: it would be found again as long as one looks. */
    private static Instant until(RecoveryRequest request, Instant now) {
        Instant asked = Objects.requireNonNullElse(request.until(), now);
        Instant until = asked.isAfter(now) ? now : asked;
        if (!request.since().isBefore(until)) {
            throw new InvalidRequest("/since", until.equals(now) ? "must be in the past" : "must be before until");
        }
        return until;
    }

    /** The endpoint says what its party was when it registered; the party's own token says what it is now. */
    private static boolean isPartner(Caller caller, EndpointView endpoint) {
        return !caller.party().equals(endpoint.party()) || caller.has("partner");
    }

    @Transactional
    RecoveryView get(Caller caller, UUID endpointId, UUID id) {
        return recoveries
                .find(endpoints.get(caller, endpointId).id(), id)
                .orElseThrow(NotificationRefusal.EndpointNotFound::new);
    }

    @Transactional
    RecoveryList list(Caller caller, UUID endpointId) {
        return new RecoveryList(
                recoveries.list(endpoints.get(caller, endpointId).id()));
    }
}
