// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision.competence;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.order.IssuingAuthority;
import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operator enters powers and ends them; deciding reads them. What was entered stays to be read. */
@ApplicationScoped
public class CompetenceRegister {

    private final Competences competences;
    private final Clock clock;

    CompetenceRegister(Competences competences, Clock clock) {
        this.competences = competences;
        this.clock = clock;
    }

    @Transactional
    public Competence enter(CompetenceRequest request, Actor by) {
        request.check();
        Instant now = now();
        Instant validUntil = request.validUntil();
        Competence entry = new Competence(
                Uuid7.at(now),
                request.party(),
                request.instrument(),
                request.article(),
                request.category(),
                request.validFrom().truncatedTo(ChronoUnit.MICROS),
                validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.MICROS),
                request.source(),
                by,
                now,
                null);
        competences.enter(entry);
        return entry;
    }

    /** Takes the power away from now on; orders that were made by it stand. One that has ended stays as it ended. */
    @Transactional
    public Competence end(UUID id, String reason, Actor by) {
        Instant now = now();
        Competence entry = competences.lock(id).orElseThrow(TriageRefusal.NotFound::new);
        if (entry.end() == null) {
            // A power that begins later never begins.
            Instant until = entry.validFrom().isAfter(now) ? entry.validFrom() : now;
            Instant known = entry.validUntil();
            competences.end(
                    entry, known != null && known.isBefore(until) ? known : until, new Competence.End(by, now, reason));
        }
        return one(id);
    }

    @Transactional
    public Competence one(UUID id) {
        return competences.one(id).orElseThrow(TriageRefusal.NotFound::new);
    }

    /** What the authority, if one is named, has power to at that time. */
    @Transactional
    public List<Competence> heldFor(@Nullable IssuingAuthority authority, Instant at) {
        return authority == null
                ? List.of()
                : competences.of(authority.party()).stream()
                        .filter(entry -> entry.valid(at))
                        .toList();
    }

    /** The latest entry first. */
    @Transactional
    public List<Competence> page(
            @Nullable String party, @Nullable String category, boolean valid, @Nullable UUID after, int most) {
        return competences.page(party, category, valid ? now() : null, after, most);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
