// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Undoes a decision whose orders were issued, whether a second person has approved it by now or not. */
@ApplicationScoped
public class UndoDecision {

    private final Decisions decisions;
    private final ReturnDecision returns;
    private final ReverseDecision reversals;

    UndoDecision(Decisions decisions, ReturnDecision returns, ReverseDecision reversals) {
        this.decisions = decisions;
        this.returns = returns;
        this.reversals = reversals;
    }

    /** Within the caller's transaction, which holds no lock yet; what is undone already stays so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void undo(UUID id, String reason, Actor by) {
        switch (decisions.status(id).orElseThrow(TriageRefusal.NotFound::new)) {
            case APPROVED -> reversals.reverse(id, reason, by);
            case PROPOSED -> returns.giveBack(id, reason, by);
            case RETURNED, REVERSED -> {
                // Another appeal was upheld before this one.
            }
        }
    }
}
