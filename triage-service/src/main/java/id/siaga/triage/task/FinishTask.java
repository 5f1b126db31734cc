// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person has looked; tasks are locked after cases and before records. */
@ApplicationScoped
public class FinishTask {

    private final Tasks tasks;
    private final CaseRecord record;
    private final Clock clock;

    FinishTask(Tasks tasks, CaseRecord record, Clock clock) {
        this.tasks = tasks;
        this.record = record;
        this.clock = clock;
    }

    /** Does nothing when somebody was quicker. */
    @Transactional
    public TaskView finish(UUID id, @Nullable String note, Actor by) {
        TaskView task = tasks.lock(id).orElseThrow(TriageRefusal.NotFound::new);
        if (task.doneAt() != null) {
            return task;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        tasks.finish(id, note, by, now);
        record.append(new Act(task.caseId(), now, by, "task-done", note, Map.of("task", id, "kind", task.kind())));
        return tasks.find(id).orElseThrow();
    }
}
