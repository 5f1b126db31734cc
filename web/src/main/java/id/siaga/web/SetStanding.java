// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An operator says how a party stands; to say again what holds already changes nothing, and has everything done that follows. */
@ApplicationScoped
class SetStanding {

    private final Standings standings;
    private final IssuerTrust trust;
    private final Admission admission;
    private final Event<StandingChanged> changed;
    private final Clock clock;

    SetStanding(
            Standings standings, IssuerTrust trust, Admission admission, Event<StandingChanged> changed, Clock clock) {
        this.standings = standings;
        this.trust = trust;
        this.admission = admission;
        this.changed = changed;
        this.clock = clock;
    }

    /** Returns when nobody of a party that is not admitted gets into this replica, and what it has here has ended. */
    void set(Caller operator, String party, StandingRequest request) {
        if (operator.party().equals(party)) {
            throw StandingRefusal.own();
        }
        check(request);
        QuarkusTransaction.requiringNew().call(() -> store(operator, party, request));
        admission.look();
        changed.fire(new StandingChanged(party, request.standing()));
    }

    private void check(StandingRequest request) {
        if (!trust.roles().containsAll(request.roles())) {
            throw new InvalidRequest("/roles", "must be roles that the issuer may assert here");
        }
        if (request.standing() != Standing.ADMITTED
                && (request.reason() == null || request.reason().isBlank())) {
            throw new InvalidRequest("/reason", "is needed to suspend a party, and when it leaves");
        }
    }

    private boolean store(Caller operator, String party, StandingRequest request) throws SQLException {
        List<String> roles = request.roles().stream().distinct().sorted().toList();
        Optional<StandingView> last = standings.lock(party);
        if (last.isPresent()) {
            Standing standing = last.get().standing();
            boolean same = standing == request.standing();
            if (same
                    && (standing == Standing.LEFT
                            || Set.copyOf(last.get().roles()).equals(Set.copyOf(roles)))) {
                return false;
            }
            if (!same && !standing.canBecome(request.standing())) {
                throw StandingRefusal.notFrom(standing);
            }
        } else if (request.standing() != Standing.ADMITTED && !trust.parties().contains(party)) {
            throw StandingRefusal.unknown();
        }
        standings.add(
                party,
                new StandingView(
                        last.map(StandingView::version).orElse(0) + 1,
                        request.standing(),
                        roles,
                        request.reason(),
                        operator.party() + "/" + operator.subject(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return true;
    }
}
