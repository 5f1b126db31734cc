// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** Where an endpoint is told all of a time, once more or for the first time. */
@Path("/v1/endpoints/{id}/replay")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Recovery")
public class ReplayResource {

    private final AnswerRecovery recovery;

    ReplayResource(AnswerRecovery recovery) {
        this.recovery = recovery;
    }

    @POST
    @RolesAllowed({"reporter", "authority", "platform", "partner", "operator"})
    @Operation(
            operationId = "replayEvents",
            summary = "Send all events since a time, delivered before or not",
            description =
                    "What the party may know now and the endpoint wants, under the same webhook-id as ever, also what came before"
                            + " the endpoint was registered. What waits already is left alone. GET"
                            + " /v1/endpoints/{id}/recoveries/{recovery} says how far it is. One recovery or replay of an endpoint"
                            + " runs at a time. The endpoint must be ACTIVE.")
    @APIResponse(
            responseCode = "201",
            description = "It is being worked off",
            content = @Content(schema = @Schema(implementation = RecoveryView.class)))
    public Response start(
            @Parameter(description = "The endpoint's id.") @RestPath UUID id,
            @NotNull(message = "a body is required") @Valid RecoveryRequest request) {
        return recovery.start(id, RecoveryKind.REPLAY, request);
    }
}
