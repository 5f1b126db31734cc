// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.election;

import id.siaga.triage.record.Actor;
import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Cursor;
import id.siaga.web.Idempotency;
import id.siaga.web.Revision;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Election windows: when and where the short limits hold for everything. */
@Path("/v1/election-windows")
@RunOnVirtualThread
@Tag(name = "Election windows")
public class ElectionWindowResource {

    private final EditWindows windows;
    private final Idempotency idempotency;
    private final Callers callers;

    ElectionWindowResource(EditWindows windows, Idempotency idempotency, Callers callers) {
        this.windows = windows;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** A page of windows, those that begin latest first. */
    public record WindowPage(
            @Size(max = 200) List<ElectionWindow> windows,
            @Nullable String next) {}

    /** A page of what a window was, the latest first. */
    public record WindowHistory(
            @Size(max = 200) List<ElectionWindow> versions,
            @Nullable String next) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listElectionWindows",
            summary = "Election windows, those that begin latest first",
            description = "With those that are over, and those that are still to come.")
    public WindowPage windows(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Place after = Place.of(cursor);
        List<ElectionWindow> read = windows.page(after.startsAt, after.id, limit + 1);
        return read.size() <= limit
                ? new WindowPage(read, null)
                : new WindowPage(read.subList(0, limit), Place.of(read.get(limit - 1)));
    }

    @POST
    @RolesAllowed("operator")
    @APIResponse(
            responseCode = "201",
            description = "It holds for what is reported from now on.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ElectionWindow.class)))
    @Operation(
            operationId = "addElectionWindow",
            summary = "Enter an election window",
            description = "An act of a person. What is reported of the region meanwhile has the short limits, and comes"
                    + " earlier in the queue.")
    public Response add(@Valid @NotNull ElectionWindowRequest request) {
        Actor by = Actor.of(callers.person());
        return idempotency.once(() -> {
            ElectionWindow window = windows.add(request, by);
            return Answer.created("/v1/election-windows/" + window.id(), window);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @APIResponse(
            responseCode = "200",
            description = "The window as it is.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ElectionWindow.class)))
    @Operation(
            operationId = "getElectionWindow",
            summary = "An election window",
            description = "Its ETag is what you send as If-Match when you change it.")
    public Response window(@Parameter(description = "The window's id.") @RestPath UUID id) {
        ElectionWindow window = windows.one(id);
        return Revision.answer(window, window.version());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listElectionWindowVersions",
            summary = "What an election window was, the latest first",
            description = "With who changed it, when and why; nothing of it is ever rewritten.")
    public WindowHistory history(
            @Parameter(description = "The window's id.") @RestPath UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<ElectionWindow> read = windows.history(id, Cursor.number(cursor), limit + 1);
        return read.size() <= limit
                ? new WindowHistory(read, null)
                : new WindowHistory(
                        read.subList(0, limit),
                        Cursor.of(Long.toString(read.get(limit - 1).version())));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("operator")
    @APIResponse(
            responseCode = "200",
            description = "The window as it is now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ElectionWindow.class)))
    @Operation(
            operationId = "changeElectionWindow",
            summary = "Change an election window",
            description = "An act of a person. What was reported before keeps the limits that it had.")
    public Response change(
            @Parameter(description = "The window's id.") @RestPath UUID id,
            @Parameter(description = "The ETag of what you change.")
                    @HeaderParam("If-Match")
                    @Size(max = Revision.LONGEST)
                    @Nullable
                    String ifMatch,
            @Valid @NotNull ElectionWindowRequest request) {
        ElectionWindow window =
                windows.change(id, request, Revision.condition(ifMatch, null), Actor.of(callers.person()));
        return Revision.answer(window, window.version());
    }

    /** Where a page begins. */
    private record Place(
            @Nullable Instant startsAt, @Nullable UUID id) {

        static String of(ElectionWindow last) {
            return Cursor.of(last.from().toString(), last.id().toString());
        }

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
