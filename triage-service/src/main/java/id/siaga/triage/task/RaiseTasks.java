// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the desk to look at something; within the caller's transaction, which holds the locks of the cases. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RaiseTasks {

    private final Tasks tasks;

    RaiseTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * What is to be looked at; each thing once in a call.
     *
     * @param orderId the order that it is about, where it is about one
     * @param standing how far the case has come
     * @param times how many reports say so, or checks are due
     * @param route by which an order is to be served, where that is what there is to do
     */
    public record Raised(
            TaskKind kind,
            UUID caseId,
            @Nullable UUID contentId,
            @Nullable UUID orderId,
            String standing,
            int times,
            @Nullable TaskRoute route) {

        public Raised(TaskKind kind, UUID caseId, @Nullable UUID contentId, String standing, int times) {
            this(kind, caseId, contentId, null, standing, times);
        }

        public Raised(
                TaskKind kind,
                UUID caseId,
                @Nullable UUID contentId,
                @Nullable UUID orderId,
                String standing,
                int times) {
            this(kind, caseId, contentId, orderId, standing, times, null);
        }
    }

    /** What is to be recorded: the tasks that were not open before. */
    public List<Act> raise(List<Raised> raised, Instant at) {
        return raised.isEmpty()
                ? List.of()
                : tasks.raise(raised, at).stream().map(RaiseTasks::act).toList();
    }

    private static Act act(TaskView task) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("task", task.id());
        facts.put("kind", task.kind());
        if (task.contentId() != null) {
            facts.put("content", task.contentId());
        }
        if (task.orderId() != null) {
            facts.put("order", task.orderId());
        }
        return new Act(task.caseId(), task.raisedAt(), Actor.SIAGA, "task-raised", null, facts);
    }
}
