// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.record.Actor;
import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
@Path("/v1/cases/{id}")
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

    /**
     * An order that cannot wait for a second person.
     *
     * @param decision of the kind ORDER
     * @param emergency why it cannot wait
     */
    public record OverrideRequest(
            @Valid @NotNull DecisionRequest decision,
            @NotBlank @Size(max = 2000) String emergency) {}

    @POST
    @Path("/decisions")
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

    @POST
    @Path("/overrides")
    @RolesAllowed("approver")
    @APIResponse(
            responseCode = "201",
            description = "The decision, whose orders are issued, and which waits for its review.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionView.class)))
    @Operation(
            operationId = "overrideApproval",
            summary = "Order at once, where a life is threatened or terrorism is streamed live",
            description =
                    "An act of a person. The orders are issued before a second person has approved them; until somebody"
                            + " does, the case is not closed. What is returned, or not approved within 24 hours, is withdrawn.")
    public Response override(
            @Parameter(description = "The case's id.") @PathParam("id") UUID id,
            @Valid @NotNull OverrideRequest request) {
        Actor by = Actor.of(callers.person());
        return idempotency.once(() -> {
            DecisionView issued = proposals.override(id, request.decision(), request.emergency(), by);
            return Answer.created("/v1/decisions/" + issued.id(), issued);
        });
    }
}
