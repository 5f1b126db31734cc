// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
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

/** Where an endpoint is given a new secret. */
@Path("/v1/endpoints/{id}/secret")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Endpoints")
public class SecretResource {

    private final RotateSecret rotate;
    private final Idempotency idempotency;
    private final Callers callers;

    SecretResource(RotateSecret rotate, Idempotency idempotency, Callers callers) {
        this.rotate = rotate;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority", "platform", "partner"})
    @Operation(
            operationId = "rotateSecret",
            summary = "Give an endpoint a new secret",
            description =
                    "The answer is the only place where it is shown. For a while each request bears the signatures of"
                            + " both, the newest first; of the secrets before, three at most sign along.")
    @APIResponse(
            responseCode = "201",
            description = "The new secret",
            content = @Content(schema = @Schema(implementation = RotatedSecret.class)))
    public Response rotate(
            @Parameter(description = "The endpoint's id.") @RestPath UUID id,
            @NotNull(message = "a body is required") @Valid SecretRequest request) {
        return idempotency.once(
                () -> Answer.created("/v1/endpoints/" + id, rotate.rotate(callers.current(), id, request)));
    }
}
