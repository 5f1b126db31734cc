// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.ClockSubject;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.clock.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * By when the desk has to have looked at a case: from the receipt of what it has yet to look at until it is assessed, or
 * goes on otherwise. Under the lock of the case, which whoever fires its clocks takes with them.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TriageClocks {

    private final Sql sql;
    private final Clocks clocks;
    private final Rounds rounds;

    TriageClocks(Sql sql, Clocks clocks, Rounds rounds) {
        this.sql = sql;
        this.clocks = clocks;
        this.rounds = rounds;
    }

    /**
     * Starts the clocks of cases, or lets those that run be due earlier.
     *
     * @param received when intake received what the desk has to look at, by case
     */
    void begin(Map<UUID, Instant> received, Instant now) {
        if (received.isEmpty()) {
            return;
        }
        List<ClockSubject> subjects = sql.list(
                "select id, category, urgent or election as pressing from case_file where id = any (?)",
                row -> ClockSubject.ofCase(Sql.id(row, "id"), row.getString("category"), row.getBoolean("pressing")),
                (Object) received.keySet().toArray(UUID[]::new));
        rounds.begin(
                ClockKind.TRIAGE,
                subjects.stream()
                        .map(subject -> new Rounds.Start(subject, received.getOrDefault(subject.id(), now)))
                        .toList(),
                now);
    }

    /** The desk has looked. */
    void stop(UUID caseId, Instant at) {
        clocks.stop(caseId, List.of(ClockKind.TRIAGE), at);
    }

    /** The case moved into another one; where that one is yet to be looked at, too, the earlier due stands. */
    void merge(CaseFile file, CaseFile into, Instant at) {
        if (into.status() == CaseStatus.NEW) {
            rounds.moveTo(into.id(), ClockKind.TRIAGE, file.id(), at);
        }
        stop(file.id(), at);
    }

    /** The case came out of another one; it has all of its time again, if nobody has looked at it. */
    void split(CaseFile file, Instant at) {
        if (file.status() == CaseStatus.NEW) {
            begin(Map.of(file.id(), at), at);
        }
    }
}
