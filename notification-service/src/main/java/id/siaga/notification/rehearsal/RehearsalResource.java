// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where a party has its receiver rehearsed. */
@Path("/v1/endpoints/{id}/rehearsals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rehearsals")
public class RehearsalResource {

    private final RehearseEndpoint rehearse;
    private final Idempotency idempotency;
    private final Callers callers;

    RehearsalResource(RehearseEndpoint rehearse, Idempotency idempotency, Callers callers) {
        this.rehearse = rehearse;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    @POST
    @RolesAllowed({"reporter", "authority", "platform", "partner", "operator"})
    @Operation(
            operationId = "startRehearsal",
            summary = "Have an endpoint's receiver rehearsed",
            description = "Nine requests are sent to the endpoint, which must be active or paused: orders, a duplicate,"
                    + " forged and outdated ones, a withdrawal, a late retry. They are marked as a rehearsal, ask for"
                    + " nothing, and stand in no log of deliveries. One rehearsal of an endpoint runs at a time; the last"
                    + " ten are kept.")
    @APIResponse(
            responseCode = "201",
            description = "It is being played",
            content = @Content(schema = @Schema(implementation = RehearsalView.class)))
    public Response start(@Parameter(description = "The endpoint's id.") @RestPath UUID id) {
        return idempotency.once(() -> {
            RehearsalView rehearsal = rehearse.start(callers.current(), id);
            return Answer.created("/v1/endpoints/" + id + "/rehearsals/" + rehearsal.id(), rehearsal);
        });
    }

    @GET
    @Path("/{rehearsal}")
    @RolesAllowed({"reporter", "authority", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "getRehearsal",
            summary = "What a rehearsal has shown",
            description =
                    "For each step what was sent, what should have been answered, what was, a verdict, and what to do"
                            + " about it.")
    @APIResponse(
            responseCode = "200",
            description = "The rehearsal",
            content = @Content(schema = @Schema(implementation = RehearsalView.class)))
    public RehearsalView get(
            @Parameter(description = "The endpoint's id.") @RestPath UUID id,
            @Parameter(description = "The rehearsal's id.") @RestPath UUID rehearsal) {
        return rehearse.get(callers.current(), id, rehearsal);
    }
}
