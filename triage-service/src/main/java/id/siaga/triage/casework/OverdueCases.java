// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.ClocksFired;
import id.siaga.triage.clock.Firing;
import id.siaga.triage.task.RaiseTasks;
import id.siaga.triage.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks the desk to look where its own time is over, in the transaction that fires the clock, which holds the cases. */
@ApplicationScoped
class OverdueCases {

    private final Sql sql;
    private final RaiseTasks tasks;

    OverdueCases(Sql sql, RaiseTasks tasks) {
        this.sql = sql;
        this.tasks = tasks;
    }

    private record Overdue(TaskKind kind, UUID caseId) {}

    void ask(@Observes ClocksFired fired) {
        Map<Overdue, Integer> overdue = new HashMap<>();
        fired.firings().stream().filter(Firing::last).forEach(firing -> task(firing.kind())
                .ifPresent(kind -> overdue.merge(new Overdue(kind, firing.caseId()), 1, Integer::sum)));
        if (overdue.isEmpty()) {
            return;
        }
        Map<UUID, String> standings =
                standings(overdue.keySet().stream().map(Overdue::caseId).toList());
        List<RaiseTasks.Raised> raised = new ArrayList<>();
        overdue.forEach((one, times) -> raised.add(new RaiseTasks.Raised(
                one.kind, one.caseId, null, standings.getOrDefault(one.caseId, Progress.LINKED.name()), times)));
        fired.record(tasks.raise(raised, fired.at()));
    }

    private static Optional<TaskKind> task(ClockKind kind) {
        return switch (kind) {
            case TRIAGE -> Optional.of(TaskKind.TRIAGE_OVERDUE);
            case APPROVE -> Optional.of(TaskKind.APPROVAL_OVERDUE);
            case APPEAL_ANSWER -> Optional.of(TaskKind.APPEAL_OVERDUE);
            // An override that nobody reviewed ends by itself, and what a platform missed is not for a look only.
            case EMERGENCY_REVIEW, SERVICE, ACT_TARGET, ACT_LEGAL, CLARIFICATION_REPLY, REINSTATE, LETTER_INTERVAL ->
                Optional.empty();
        };
    }

    private Map<UUID, String> standings(Collection<UUID> cases) {
        Map<UUID, String> standings = new HashMap<>();
        sql.list(
                        "select id, progress from case_file where id = any (?)",
                        row -> Map.entry(Sql.id(row, "id"), row.getString("progress")),
                        (Object) cases.toArray(UUID[]::new))
                .forEach(standing -> standings.put(standing.getKey(), standing.getValue()));
        return standings;
    }
}
