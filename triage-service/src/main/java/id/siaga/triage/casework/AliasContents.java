// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.event.Announcements;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An officer says that two keys are of one content: whoever reports it by either finds the same case from then on. */
@ApplicationScoped
public class AliasContents {

    private final ContentKeys keys;
    private final CaseDesk desk;
    private final CaseRecord record;
    private final Announcements announcements;
    private final Clock clock;

    AliasContents(ContentKeys keys, CaseDesk desk, CaseRecord record, Announcements announcements, Clock clock) {
        this.keys = keys;
        this.desk = desk;
        this.record = record;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Does nothing when both were joined before, whichever way round. */
    @Transactional
    public void alias(UUID caseId, AliasRequest request, Actor by) {
        request.check();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, ContentKeys.Place> places = keys.hold(List.of(request.from(), request.to()), caseId, now);
        CaseFile file = desk.lock(caseId);
        ContentKeys.Place from = ContentKeys.Place.of(request.from(), places);
        ContentKeys.Place to = ContentKeys.Place.of(request.to(), places);
        expectOneHere(caseId, from, to);
        if (from.standsFor().equals(to.standsFor())) {
            return;
        }
        keys.join(from.standsFor(), to.standsFor());
        record.append(new Act(
                caseId,
                now,
                by,
                "content-aliased",
                request.reason(),
                Map.of("from", from.contentId(), "to", to.contentId())));
        announcements.announce(ContentAliased.of(caseId, request, now).news(file.nextUntold()));
    }

    private static void expectOneHere(UUID caseId, ContentKeys.Place from, ContentKeys.Place to) {
        boolean fromHere = from.caseId().equals(caseId);
        boolean toHere = to.caseId().equals(caseId);
        if ((!fromHere || from.first()) && (!toHere || to.first())) {
            throw new InvalidRequest("/from", "neither key is of content of this case");
        }
        if (!fromHere || !toHere) {
            throw new TriageRefusal.ContentOfAnotherCase(fromHere ? to.caseId() : from.caseId());
        }
    }
}
