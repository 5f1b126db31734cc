// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.notification.history.DeliveryView;
import id.siaga.notification.history.ReadHistory;
import id.siaga.web.Callers;
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

/** Where an endpoint's owner has one delivery sent again, or called off. */
@Path("/v1/endpoints/{id}/deliveries/{delivery}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Deliveries")
public class DeliveryResource {

    private final ReadHistory history;
    private final ResendDelivery resend;
    private final CancelDelivery cancel;
    private final Callers callers;

    DeliveryResource(ReadHistory history, ResendDelivery resend, CancelDelivery cancel, Callers callers) {
        this.history = history;
        this.resend = resend;
        this.cancel = cancel;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({"reporter", "authority", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "getDelivery",
            summary = "One delivery",
            description = "How far it has come. A party sees those of its own endpoints.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public DeliveryView get(
            @Parameter(description = "The endpoint's id.") @RestPath UUID id,
            @Parameter(description = "The delivery's id.") @RestPath UUID delivery) {
        return history.delivery(callers.current(), id, delivery);
    }

    @POST
    @Path("/resend")
    @RolesAllowed({"reporter", "authority", "platform", "partner", "operator"})
    @Operation(
            operationId = "resendDelivery",
            summary = "Send a delivery now, or once more",
            description =
                    "However it has ended, and as often as it is asked for: the same bytes under the same webhook-id, with"
                            + " a schedule of tries that begins anew. One that waits is due at once, behind what waits"
                            + " before it about the same subject; one that is being tried stays as it is. The endpoint must"
                            + " be ACTIVE. What has ended and whose event is no longer kept is answered 410.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response resend(
            @Parameter(description = "The endpoint's id.") @RestPath UUID id,
            @Parameter(description = "The delivery's id.") @RestPath UUID delivery) {
        return Response.accepted(resend.resend(callers.current(), id, delivery)).build();
    }

    @POST
    @Path("/cancellation")
    @RolesAllowed({"reporter", "authority", "platform", "partner", "operator"})
    @Operation(
            operationId = "cancelDelivery",
            summary = "Call a delivery off that waits",
            description =
                    "It is tried no more, and what waits behind it goes on. What is being tried at this moment is answered"
                            + " 409 with Retry-After. What an order tells its platform is called off by an operator only,"
                            + " unless it has arrived before, and then goes another way.")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public DeliveryView cancel(
            @Parameter(description = "The endpoint's id.") @RestPath UUID id,
            @Parameter(description = "The delivery's id.") @RestPath UUID delivery) {
        return cancel.cancel(callers.current(), id, delivery);
    }
}
