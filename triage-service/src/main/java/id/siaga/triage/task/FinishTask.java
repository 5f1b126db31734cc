// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

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
import java.util.Collection;
import java.util.List;
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

    /** Does nothing when somebody was quicker. Whoever weighed reasons says how. */
    @Transactional
    public TaskView finish(UUID id, @Nullable String note, Actor by) {
        TaskView task = tasks.lock(id).orElseThrow(TriageRefusal.NotFound::new);
        if (task.doneAt() != null) {
            return task;
        }
        if (task.kind() == TaskKind.WEIGH_REFUSAL && (note == null || note.isBlank())) {
            throw new InvalidRequest("/note", "is needed with WEIGH_REFUSAL");
        }
        finish(List.of(task), note, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return tasks.find(id).orElseThrow();
    }

    /** What somebody does about contents of a case answers what the desk was asked about them; the case is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void finishAbout(TaskKind kind, UUID caseId, Collection<UUID> contents, String note, Actor by, Instant at) {
        finish(tasks.lockAbout(kind, caseId, contents), note, by, at);
    }

    /** What somebody did about an order answers what the desk was asked about it; its case is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void finishOf(TaskKind kind, UUID orderId, String note, Actor by, Instant at) {
        finish(tasks.lockOf(kind, orderId), note, by, at);
    }

    private void finish(List<TaskView> open, @Nullable String note, Actor by, Instant at) {
        open.forEach(task -> tasks.finish(task.id(), note, by, at));
        record.append(open.stream()
                .map(task -> new Act(
                        task.caseId(), at, by, "task-done", note, Map.of("task", task.id(), "kind", task.kind())))
                .toList());
    }
}
