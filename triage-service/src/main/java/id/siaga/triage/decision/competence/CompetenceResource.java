// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision.competence;

import id.siaga.triage.record.Actor;
import id.siaga.web.Answer;
import id.siaga.web.Caller;
import id.siaga.web.Callers;
import id.siaga.web.Cursor;
import id.siaga.web.Idempotency;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
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

/** The competence register: without an entry that is valid, no authority has anything ordered away. */
@Path("/v1/competences")
@RunOnVirtualThread
@Tag(name = "Competences")
public class CompetenceResource {

    private final CompetenceRegister register;
    private final Idempotency idempotency;
    private final Callers callers;

    CompetenceResource(CompetenceRegister register, Idempotency idempotency, Callers callers) {
        this.register = register;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** Why a power ends. */
    public record EndRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** A page of the register, the latest entry first. */
    public record CompetencePage(
            @Size(max = 200) List<CompetenceView> competences,
            @Nullable String next) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listCompetences",
            summary = "The competence register, the latest entry first",
            description = "With what has ended, unless only what is valid is asked for.")
    public CompetencePage competences(
            @Parameter(description = "Only entries of this authority.")
                    @QueryParam("party")
                    @Nullable
                    @Size(max = Caller.LONGEST_PARTY)
                    String party,
            @Parameter(description = "Only entries that name this category.")
                    @QueryParam("category")
                    @Nullable
                    @Size(max = 100)
                    String category,
            @Parameter(description = "Only entries that give power now.") @QueryParam("valid") @DefaultValue("false")
                    boolean valid,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<CompetenceView> read = register.page(party, category, valid, after(cursor), limit + 1).stream()
                .map(CompetenceView::of)
                .toList();
        return read.size() <= limit
                ? new CompetencePage(read, null)
                : new CompetencePage(
                        read.subList(0, limit),
                        Cursor.of(read.get(limit - 1).id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getCompetence",
            summary = "An entry of the competence register",
            description = "Who entered it, and why it ended if it did.")
    public CompetenceView competence(@Parameter(description = "The entry's id.") @RestPath UUID id) {
        return CompetenceView.of(register.one(id));
    }

    @POST
    @RolesAllowed("operator")
    @APIResponse(
            responseCode = "201",
            description = "The entry, by which decisions are checked from now on.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CompetenceView.class)))
    @Operation(
            operationId = "enterCompetence",
            summary = "Enter a power of an authority",
            description = "An entry is not changed later: it is ended, and another one entered.")
    public Response enter(@Valid @NotNull CompetenceRequest request) {
        Actor by = Actor.of(callers.current());
        return idempotency.once(() -> {
            Competence entry = register.enter(request, by);
            return Answer.created("/v1/competences/" + entry.id(), CompetenceView.of(entry));
        });
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed("operator")
    @Operation(
            operationId = "endCompetence",
            summary = "End a power",
            description = "No order is made by it from now on; those that were made stand. Ending it again changes"
                    + " nothing.")
    public CompetenceView end(
            @Parameter(description = "The entry's id.") @RestPath UUID id, @Valid @NotNull EndRequest request) {
        return CompetenceView.of(register.end(id, request.reason(), Actor.of(callers.current())));
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
