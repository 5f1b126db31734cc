// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.Cursor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Checkpoints: what auditors keep for themselves. */
@Path("/v1/record-checkpoints")
@RunOnVirtualThread
@Tag(name = "Record")
public class CheckpointResource {

    private final Checkpoints checkpoints;

    CheckpointResource(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** A page of checkpoints, the latest first. */
    @Schema(name = "RecordCheckpointPage")
    public record Page(
            @Size(max = 200) List<CheckpointView> checkpoints,
            @Nullable String next) {}

    @GET
    @RolesAllowed({"auditor", "operator"})
    @Transactional
    @Operation(
            operationId = "listRecordCheckpoints",
            summary = "The signed checkpoints of the record",
            description =
                    "One a day, the latest first: what the records of all cases had come to. Whoever keeps one can"
                            + " tell later whether a record was rewritten.")
    public Page all(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<CheckpointView> page = checkpoints.before(place(cursor), limit + 1).stream()
                .map(CheckpointView::of)
                .toList();
        return page.size() <= limit
                ? new Page(page, null)
                : new Page(
                        page.subList(0, limit),
                        Cursor.of(page.get(limit - 1).day().toString()));
    }

    @GET
    @Path("/{day}")
    @RolesAllowed({"auditor", "operator"})
    @Transactional
    @Operation(
            operationId = "getRecordCheckpoint",
            summary = "The checkpoint of a day",
            description = "A day on which the service was not there to make one has none; the next one tells of it.")
    public CheckpointView one(
            @Parameter(description = "The day, in UTC.")
                    @RestPath
                    @Size(max = Day.LENGTH)
                    @Pattern(regexp = Day.PATTERN)
                    String day) {
        return checkpoints
                .find(Day.parse("path:day", day))
                .map(CheckpointView::of)
                .orElseThrow(TriageRefusal.NotFound::new);
    }

    private static @Nullable LocalDate place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return LocalDate.parse(Cursor.parse(cursor, 1).getFirst());
        } catch (DateTimeException e) {
            throw Cursor.refused();
        }
    }
}
