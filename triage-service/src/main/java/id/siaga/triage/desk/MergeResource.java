// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import id.siaga.triage.casework.MergeCases;
import id.siaga.triage.record.Actor;
import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Cases that are one matter, or turn out not to be. */
@Path("/v1/cases/{id}")
@RunOnVirtualThread
@Tag(name = "Cases")
public class MergeResource {

    private final MergeCases merges;
    private final ReadCase cases;
    private final Callers callers;

    MergeResource(MergeCases merges, ReadCase cases, Callers callers) {
        this.merges = merges;
        this.cases = cases;
        this.callers = callers;
    }

    /**
     * Which case moves into this one, and why.
     *
     * @param caseId the case that moves
     */
    public record MergeRequest(
            @NotNull UUID caseId,
            @NotBlank @Size(max = 2000) String reason) {}

    /** Why a case comes out again. */
    public record SplitRequest(@NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Path("/merge")
    @RolesAllowed("officer")
    @Operation(
            operationId = "mergeCase",
            summary = "Move another case into this one",
            description = "With its contents and all who reported them; nothing that was decided moves, so that a case"
                    + " which platforms were asked about is the one to move into. The same again changes nothing.")
    public CaseView merge(
            @Parameter(description = "The case's id.") @RestPath UUID id, @Valid @NotNull MergeRequest request) {
        merges.merge(id, request.caseId(), request.reason(), Actor.of(callers.person()));
        return cases.one(id);
    }

    @POST
    @Path("/split")
    @RolesAllowed("officer")
    @Operation(
            operationId = "splitCase",
            summary = "Take this case out of the one into which it had moved",
            description =
                    "With its contents and all that was reported of them meanwhile, as long as no order names them.")
    public CaseView split(
            @Parameter(description = "The case's id.") @RestPath UUID id, @Valid @NotNull SplitRequest request) {
        merges.split(id, request.reason(), Actor.of(callers.person()));
        return cases.one(id);
    }
}
