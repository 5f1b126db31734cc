// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What was ordered in an emergency and nobody approved within its time is withdrawn, each in a transaction of its own. */
@ApplicationScoped
class EndOverrides {

    static final String NOBODY = "Nobody approved it within its time.";

    private static final Logger LOG = Logger.getLogger(EndOverrides.class);

    private final Decisions decisions;
    private final ReturnDecision returns;

    EndOverrides(Decisions decisions, ReturnDecision returns) {
        this.decisions = decisions;
        this.returns = returns;
    }

    /** How many ended. */
    int endDue() {
        int ended = 0;
        for (UUID id : decisions.overdueReviews()) {
            try {
                returns.giveBack(id, NOBODY, Actor.SIAGA);
                ended++;
            } catch (TriageRefusal.IllegalTransition reviewed) {
                LOG.debugf("%s was reviewed at the last moment", id);
            }
        }
        return ended;
    }
}
