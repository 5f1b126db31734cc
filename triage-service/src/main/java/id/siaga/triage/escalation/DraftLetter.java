// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.order.OwedOrder;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.task.RaiseTasks;
import id.siaga.triage.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts letters and asks for an approver, under the lock of the order; the caller records what comes back. */
@ApplicationScoped
class DraftLetter {

    /** A letter presses for what was ordered, however far its case has come otherwise. */
    private static final String STANDING = "ORDERED";

    private final Letters letters;
    private final RaiseTasks tasks;

    DraftLetter(Letters letters, RaiseTasks tasks) {
        this.letters = letters;
        this.tasks = tasks;
    }

    /** A letter about what the order says. */
    List<Act> act(OwedOrder order, Step step, Instant at) {
        return drafted(order, letters.draft(order.id(), order.caseId(), step, null, at), step, null, Actor.SIAGA, at);
    }

    /** A letter about what the platform owes, which may follow when there is nothing left to act on. */
    UUID obligation(OwedOrder order, UUID obligation, Actor by, Instant at, List<Act> acts) {
        UUID id = letters.draft(order.id(), order.caseId(), null, obligation, at);
        acts.addAll(drafted(order, id, null, obligation, by, at));
        return id;
    }

    private List<Act> drafted(
            OwedOrder order, UUID letter, @Nullable Step step, @Nullable UUID obligation, Actor by, Instant at) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("order", order.id());
        facts.put("letter", letter);
        if (step != null) {
            facts.put("step", step);
        }
        if (obligation != null) {
            facts.put("obligation", obligation);
        }
        List<Act> acts = new ArrayList<>(List.of(new Act(order.caseId(), at, by, "letter-drafted", null, facts)));
        acts.addAll(tasks.raise(
                List.of(new RaiseTasks.Raised(TaskKind.ISSUE_LETTER, order.caseId(), null, order.id(), STANDING, 1)),
                at));
        return acts;
    }
}
