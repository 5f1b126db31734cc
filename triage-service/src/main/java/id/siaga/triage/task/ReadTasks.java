// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

import id.siaga.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks as the desk reads them. */
@ApplicationScoped
public class ReadTasks {

    private final Tasks tasks;

    ReadTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** A page of tasks, those that were raised first coming first. */
    public record TaskPage(
            @Size(max = 200) List<TaskView> tasks, @Nullable String next) {}

    @Transactional
    public List<TaskView> of(UUID caseId) {
        return tasks.of(caseId);
    }

    /** Whether the desk has yet to look at something of this kind about an order. */
    @Transactional
    public boolean open(TaskKind kind, UUID orderId) {
        return tasks.open(kind, orderId);
    }

    @Transactional
    public TaskPage page(TaskStatus status, @Nullable TaskKind kind, int limit, @Nullable String cursor) {
        Place after = Place.of(cursor);
        List<TaskView> page = tasks.page(status, kind, after.raisedAt, after.id, limit + 1);
        if (page.size() <= limit) {
            return new TaskPage(page, null);
        }
        TaskView last = page.get(limit - 1);
        return new TaskPage(
                page.subList(0, limit),
                Cursor.of(last.raisedAt().toString(), last.id().toString()));
    }

    /** Where a page begins. */
    private record Place(
            @Nullable Instant raisedAt, @Nullable UUID id) {

        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(null, null);
            }
            List<String> parts = Cursor.parse(cursor, 2);
            try {
                return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Cursor.refused();
            }
        }
    }
}
