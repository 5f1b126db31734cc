// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.escalation.obligation.Obligations;
import id.siaga.triage.order.OrderSettled;
import id.siaga.triage.order.OrderStatus;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.task.FinishTask;
import id.siaga.triage.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a platform has done, however late, or need not do any longer, is not pressed for: drafts of letters about it go.
 * Letters about an obligation stay, and so does what was imposed by a letter that was issued.
 */
@ApplicationScoped
class StopLetters {

    private static final String ANSWERED = "The platform has answered.";
    private static final String WITHDRAWN = "The order is withdrawn.";

    private final Letters letters;
    private final Obligations obligations;
    private final FinishTask tasks;
    private final CaseRecord record;

    StopLetters(Letters letters, Obligations obligations, FinishTask tasks, CaseRecord record) {
        this.letters = letters;
        this.obligations = obligations;
        this.tasks = tasks;
        this.record = record;
    }

    void stop(@Observes OrderSettled settled) {
        List<Letter> drafts = letters.of(settled.orderId()).stream()
                .filter(letter -> letter.status() == LetterStatus.DRAFTED)
                .toList();
        List<Letter> pressing =
                drafts.stream().filter(letter -> letter.obligationId() == null).toList();
        if (pressing.isEmpty()) {
            return;
        }
        String why = settled.status() == OrderStatus.WITHDRAWN ? WITHDRAWN : ANSWERED;
        if (pressing.size() == drafts.size()) {
            tasks.finishOf(TaskKind.ISSUE_LETTER, settled.orderId(), why, settled.by(), settled.at());
        }
        pressing.forEach(letter -> discard(letter, why, settled.by(), settled.at()));
    }

    /** Not having been issued, it has imposed nothing either. */
    void discard(Letter letter, String why, Actor by, Instant at) {
        letters.discard(letter.id(), why, by, at);
        obligations.waiveBy(letter.id(), why, by, at);
        record.append(new Act(
                letter.caseId(),
                at,
                by,
                "letter-discarded",
                why,
                Map.of("order", letter.orderId(), "letter", letter.id())));
    }
}
