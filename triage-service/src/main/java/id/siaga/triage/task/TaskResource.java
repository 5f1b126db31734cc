// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

import id.siaga.triage.record.Actor;
import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Tasks: what the desk has to look at, and who has. */
@Path("/v1/tasks")
@RunOnVirtualThread
@Tag(name = "Tasks")
public class TaskResource {

    private final ReadTasks tasks;
    private final FinishTask finishing;
    private final Callers callers;

    TaskResource(ReadTasks tasks, FinishTask finishing, Callers callers) {
        this.tasks = tasks;
        this.finishing = finishing;
        this.callers = callers;
    }

    /** What was found. */
    public record DoneRequest(@Nullable @Size(max = 2000) String note) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listTasks",
            summary = "Tasks, those that wait longest first",
            description = "What the desk has to look at: what was reported and must change nothing by itself, what"
                    + " platforms say, and what has yet to reach them.")
    public ReadTasks.TaskPage tasks(
            @Parameter(description = "Only tasks with this status.") @QueryParam("status") @DefaultValue("OPEN")
                    TaskStatus status,
            @Parameter(description = "Only tasks of this kind.") @QueryParam("kind") @Nullable TaskKind kind,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return tasks.page(status, kind, limit, cursor);
    }

    @POST
    @Path("/{id}/done")
    @RolesAllowed("officer")
    @Operation(
            operationId = "finishTask",
            summary = "Say that you have looked",
            description =
                    "A task that somebody else has done stays as it was done. If the same is reported later, it is"
                            + " another task. Whoever weighed a platform's reasons (WEIGH_REFUSAL) says how.")
    public TaskView done(
            @Parameter(description = "The task's id.") @RestPath UUID id, @Valid @Nullable DoneRequest request) {
        return finishing.finish(id, request == null ? null : request.note(), Actor.of(callers.person()));
    }
}
