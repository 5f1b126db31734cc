// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision.competence;

import id.siaga.triage.record.Actor;
import id.siaga.web.Caller;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the competence register.
 *
 * @param category what it is about; null for every category but those that need a court's ruling
 * @param validUntil from when on it gives no power any longer; null as long as no end is known
 * @param source where the power is published
 * @param ended why and by whom it was ended, if it was
 */
public record CompetenceView(
        UUID id,
        @Size(max = Caller.LONGEST_PARTY) String party,
        @Size(max = 200) String instrument,
        @Size(max = 100) String article,
        @Size(max = 100) @Nullable String category,
        Instant validFrom,
        @Nullable Instant validUntil,
        @Size(max = 1000) String source,
        @Size(max = Actor.LONGEST_SHOWN) String enteredBy,
        Instant enteredAt,
        @Nullable Ended ended) {

    /** The act by which it was ended. */
    public record Ended(
            @Size(max = Actor.LONGEST_SHOWN) String by,
            Instant at,
            @Size(max = 2000) String reason) {}

    static CompetenceView of(Competence entry) {
        Competence.End end = entry.end();
        return new CompetenceView(
                entry.id(),
                entry.party(),
                entry.instrument(),
                entry.article(),
                entry.category(),
                entry.validFrom(),
                entry.validUntil(),
                entry.source(),
                entry.enteredBy().shown(),
                entry.enteredAt(),
                end == null ? null : new Ended(end.by().shown(), end.at(), end.reason()));
    }
}
