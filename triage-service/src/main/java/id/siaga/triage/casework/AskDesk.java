// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.task.RaiseTasks;
import id.siaga.triage.task.RaiseTasks.Raised;
import id.siaga.triage.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person of the desk to look where reports alone must change nothing: what was ordered may be back, which only an
 * officer can say, and a case that nobody stands by is not closed by that.
 */
@ApplicationScoped
class AskDesk {

    private final RaiseTasks tasks;

    AskDesk(RaiseTasks tasks) {
        this.tasks = tasks;
    }

    /** @param standings how far the cases had come before this batch, under their locks */
    void ask(Map<UUID, Links.Standing> standings, Consequences then) {
        List<Raised> raised = new ArrayList<>();
        then.repeated().forEach((content, times) -> {
            Links.Standing standing = Links.Standing.of(content.caseId(), standings);
            if (standing.progress().ordered()) {
                raised.add(raised(TaskKind.ORDERED_CONTENT_REPORTED, standing, content.contentId(), times));
            }
        });
        for (UUID caseId : then.forsaken()) {
            Links.Standing standing = Links.Standing.of(caseId, standings);
            if (standing.status() != CaseStatus.CLOSED) {
                raised.add(raised(TaskKind.REPORTS_WITHDRAWN, standing, null, 1));
            }
        }
        then.record(tasks.raise(raised, then.at()));
    }

    private static Raised raised(TaskKind kind, Links.Standing standing, @Nullable UUID contentId, int times) {
        return new Raised(
                kind, standing.caseId(), contentId, standing.progress().name(), times);
    }
}
