// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.attempt.AttemptRequest;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How the desk brings an order to a platform whose endpoint does not take it. */
@Path("/v1/orders/{id}/service-attempts")
@RunOnVirtualThread
@Tag(name = "Orders")
public class AttemptResource {

    private final TryRoute routes;
    private final Idempotency idempotency;
    private final Callers callers;

    AttemptResource(TryRoute routes, Idempotency idempotency, Callers callers) {
        this.routes = routes;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listServiceAttempts",
            summary = "How an order was tried to be served, the oldest first",
            description = "With the contact route that comes next, until there is receipt.")
    public TryRoute.AttemptList attempts(@Parameter(description = "The order's id.") @RestPath UUID id) {
        return routes.of(id);
    }

    @POST
    @RolesAllowed("officer")
    @APIResponse(
            responseCode = "201",
            description = "All attempts, and the contact route that comes next.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TryRoute.AttemptList.class)))
    @Operation(
            operationId = "recordServiceAttempt",
            summary = "Record an attempt to serve an order",
            description =
                    "An act of a person. SERVED proves receipt, as /service does; FAILED makes the next contact route"
                            + " due; TRIED changes nothing, unless the directory lets this platform's time run without proof.")
    public Response tried(
            @Parameter(description = "The order's id.") @RestPath UUID id, @Valid @NotNull AttemptRequest request) {
        Actor by = Actor.of(callers.person());
        return idempotency.once(
                () -> Answer.created("/v1/orders/" + id + "/service-attempts", routes.tried(id, request, by)));
    }
}
