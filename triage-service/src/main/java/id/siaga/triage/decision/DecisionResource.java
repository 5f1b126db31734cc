// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.record.Actor;
import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Decisions: what one person proposed, another approves or returns. */
@Path("/v1/decisions")
@RunOnVirtualThread
@Tag(name = "Decisions")
public class DecisionResource {

    private final ApproveDecision approvals;
    private final ReturnDecision returns;
    private final ReverseDecision reversals;
    private final ReadDecisions decisions;
    private final Callers callers;

    DecisionResource(
            ApproveDecision approvals,
            ReturnDecision returns,
            ReverseDecision reversals,
            ReadDecisions decisions,
            Callers callers) {
        this.approvals = approvals;
        this.returns = returns;
        this.reversals = reversals;
        this.decisions = decisions;
        this.callers = callers;
    }

    /** Why a decision is approved. */
    public record ApprovalRequest(
            @Nullable @Size(max = 2000) String reason) {}

    /** Why a decision is returned. */
    public record ReturnRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** Why what was approved is undone. */
    public record ReversalRequest(
            @NotBlank @Size(max = 2000) String reason) {}

    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getDecision",
            summary = "A decision",
            description = "Who proposed it and why, and what a second person made of it.")
    public DecisionView decision(@Parameter(description = "The decision's id.") @RestPath UUID id) {
        return decisions.one(id);
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed("approver")
    @Operation(
            operationId = "approveDecision",
            summary = "Approve a decision",
            description =
                    "An act of another person than the proposer; where expression is flagged, of another organisation, too. Its orders are issued at once.")
    public DecisionView approve(
            @Parameter(description = "The decision's id.") @RestPath UUID id,
            @Valid @Nullable ApprovalRequest request) {
        return approvals.approve(id, request == null ? null : request.reason(), Actor.of(callers.person()));
    }

    @POST
    @Path("/{id}/return")
    @RolesAllowed("approver")
    @Operation(
            operationId = "returnDecision",
            summary = "Return a decision",
            description =
                    "An act of another person than the proposer, who says why; another decision may be proposed then."
                            + " What was ordered by it in an emergency is withdrawn.")
    public DecisionView giveBack(
            @Parameter(description = "The decision's id.") @RestPath UUID id, @Valid @NotNull ReturnRequest request) {
        return returns.giveBack(id, request.reason(), Actor.of(callers.person()));
    }

    @POST
    @Path("/{id}/reversal")
    @RolesAllowed("approver")
    @Operation(
            operationId = "reverseDecision",
            summary = "Reverse a decision",
            description =
                    "An act of a person who neither proposed nor approved it. Its orders are withdrawn, platforms are asked"
                            + " to undo what they did, and the case is in review again.")
    public DecisionView reverse(
            @Parameter(description = "The decision's id.") @RestPath UUID id, @Valid @NotNull ReversalRequest request) {
        return reversals.reverse(id, request.reason(), Actor.of(callers.person()));
    }
}
