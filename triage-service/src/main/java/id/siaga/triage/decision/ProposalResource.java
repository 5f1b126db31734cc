// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.record.Actor;
import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proposals: a person says what should be decided about a case. */
@Path("/v1/cases/{id}/decisions")
@RunOnVirtualThread
@Tag(name = "Decisions")
public class ProposalResource {

    private final ProposeDecision proposals;
    private final Idempotency idempotency;
    private final Callers callers;

    ProposalResource(ProposeDecision proposals, Idempotency idempotency, Callers callers) {
        this.proposals = proposals;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    @POST
    @RolesAllowed({"officer", "approver"})
    @APIResponse(
            responseCode = "201",
            description = "The proposal, which waits for a second person.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionView.class)))
    @Operation(
            operationId = "proposeDecision",
            summary = "Propose a decision",
            description =
                    "An act of a person. It waits for the approval of a second one; a case has no more than one that waits.")
    public Response propose(
            @Parameter(description = "The case's id.") @PathParam("id") UUID id,
            @Valid @NotNull DecisionRequest request) {
        Actor by = Actor.of(callers.person());
        return idempotency.once(() -> {
            DecisionView proposed = proposals.propose(id, request, by);
            return Answer.created("/v1/decisions/" + proposed.id(), proposed);
        });
    }
}
