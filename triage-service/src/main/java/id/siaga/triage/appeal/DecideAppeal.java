// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.decision.UndoDecision;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Somebody who took no part in the case answers an appeal; one that is upheld undoes the decision. */
@ApplicationScoped
public class DecideAppeal {

    private final CaseDesk desk;
    private final Appeals appeals;
    private final UndoDecision decisions;
    private final Clocks clocks;
    private final CaseRecord record;
    private final Clock clock;

    DecideAppeal(
            CaseDesk desk, Appeals appeals, UndoDecision decisions, Clocks clocks, CaseRecord record, Clock clock) {
        this.desk = desk;
        this.appeals = appeals;
        this.decisions = decisions;
        this.clocks = clocks;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    Appeal decide(UUID id, AppealStatus next, String answer, Actor by) {
        Appeal.Against against =
                appeals.one(id).orElseThrow(TriageRefusal.NotFound::new).against();
        if (appeals.tookPart(against.caseId(), by)) {
            throw new TriageRefusal.TookPart();
        }
        if (next == AppealStatus.UPHELD) {
            // Orders are locked before their case. Should the appeal be decided by now, its refusal undoes this.
            decisions.undo(against.decisionId(), answer, by);
        }
        CaseFile file = desk.lock(against.caseId());
        AppealStatus status = appeals.one(id).orElseThrow().status();
        if (!status.canBecome(next)) {
            throw new TriageRefusal.IllegalTransition("The appeal", status, status.allowed());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        appeals.rule(id, next, new Appeal.Ruling(by, now, answer));
        clocks.stop(id, List.of(ClockKind.APPEAL_ANSWER), now);
        record.append(new Act(
                file.id(), now, by, "appeal-" + next.name().toLowerCase(Locale.ROOT), answer, Map.of("appeal", id)));
        Appeal decided = appeals.one(id).orElseThrow();
        desk.announce(file, sequence -> AppealNews.decided(decided, now, sequence));
        return decided;
    }
}
