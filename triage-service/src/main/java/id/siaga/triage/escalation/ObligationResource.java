// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.escalation.obligation.Obligation;
import id.siaga.triage.escalation.obligation.ObligationStatus;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Fines, which are owed whatever becomes of the content. */
@Path("/v1/obligations/{id}")
@RunOnVirtualThread
@Tag(name = "Escalation")
public class ObligationResource {

    private final HandleObligation obligations;
    private final Idempotency idempotency;
    private final Callers callers;

    ObligationResource(HandleObligation obligations, Idempotency idempotency, Callers callers) {
        this.obligations = obligations;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /**
     * That it is owed no longer.
     *
     * @param status PAID or WAIVED
     */
    public record SettlementRequest(
            @NotNull ObligationStatus status,
            @NotBlank @Size(max = 2000) String reason) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getObligation",
            summary = "What a platform owes, or owed",
            description = "Who imposed it by which letter, and how it was settled.")
    public Obligation one(@Parameter(description = "The obligation's id.") @RestPath UUID id) {
        return obligations.one(id);
    }

    @POST
    @Path("/settlement")
    @RolesAllowed("approver")
    @Operation(
            operationId = "settleObligation",
            summary = "Say that an obligation was paid, or waive it",
            description = "An act of a person. That the content is gone settles nothing.")
    public Obligation settle(
            @Parameter(description = "The obligation's id.") @RestPath UUID id,
            @Valid @NotNull SettlementRequest request) {
        return obligations.settle(id, request.status(), request.reason(), Actor.of(callers.person()));
    }

    @POST
    @Path("/letters")
    @RolesAllowed("officer")
    @APIResponse(
            responseCode = "201",
            description = "The draft, which an approver issues.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LetterView.class)))
    @Operation(
            operationId = "pressForObligation",
            summary = "Draft a letter about what is still owed",
            description = "An act of a person; also when the content is gone.")
    public Response press(@Parameter(description = "The obligation's id.") @RestPath UUID id) {
        Actor by = Actor.of(callers.person());
        return idempotency.once(() -> {
            LetterView letter = obligations.press(id, by);
            return Answer.created("/v1/letters/" + letter.id(), letter);
        });
    }
}
