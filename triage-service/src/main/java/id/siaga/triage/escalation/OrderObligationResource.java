// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.escalation.obligation.Obligation;
import id.siaga.triage.escalation.obligation.ObligationRequest;
import id.siaga.triage.record.Actor;
import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** What letters about an order have imposed. */
@Path("/v1/orders/{id}/obligations")
@RunOnVirtualThread
@Tag(name = "Escalation")
public class OrderObligationResource {

    private final HandleObligation obligations;
    private final Idempotency idempotency;
    private final Callers callers;

    OrderObligationResource(HandleObligation obligations, Idempotency idempotency, Callers callers) {
        this.obligations = obligations;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** What the platform of an order owes. */
    public record ObligationList(List<Obligation> obligations) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listObligations",
            summary = "What the platform of an order owes, the oldest first",
            description = "With what was paid or waived.")
    public ObligationList list(@Parameter(description = "The order's id.") @RestPath UUID id) {
        return new ObligationList(obligations.of(id));
    }

    @POST
    @RolesAllowed("approver")
    @APIResponse(
            responseCode = "201",
            description = "What the letter imposes.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Obligation.class)))
    @Operation(
            operationId = "imposeObligation",
            summary = "Impose a fine with a letter",
            description =
                    "An act of a person. The letter is a draft yet, and names the fine; when it is discarded, the fine is"
                            + " waived with it.")
    public Response impose(
            @Parameter(description = "The order's id.") @RestPath UUID id, @Valid @NotNull ObligationRequest request) {
        Actor by = Actor.of(callers.person());
        return idempotency.once(() -> {
            Obligation imposed = obligations.impose(id, request, by);
            return Answer.created("/v1/obligations/" + imposed.id(), imposed);
        });
    }
}
