// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

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

/** Whether an endpoint has shown that it is its owner's. */
@Path("/v1/endpoints/{id}/verification")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Endpoints")
public class VerificationResource {

    private final AskChallenge challenge;
    private final Callers callers;

    VerificationResource(AskChallenge challenge, Callers callers) {
        this.challenge = challenge;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({"reporter", "authority", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "getVerification",
            summary = "How the last challenge of an endpoint went",
            description = "An endpoint is told nothing before its URL has answered a signed challenge.")
    @APIResponse(
            responseCode = "200",
            description = "The verification",
            content = @Content(schema = @Schema(implementation = VerificationView.class)))
    public VerificationView get(@Parameter(description = "The endpoint's id.") @RestPath UUID id) {
        return challenge.get(callers.current(), id);
    }

    @POST
    @RolesAllowed({"reporter", "authority", "platform", "partner", "operator"})
    @Operation(
            operationId = "verifyEndpoint",
            summary = "Have an endpoint challenged again",
            description =
                    "An event id.siaga.endpoint.challenged.v1 is posted to its URL, or to the new one where there is"
                            + " one, and again after a while until it passes or was tried ten times. It passes when the answer is"
                            + " 2xx and a JSON object of at most 1 KiB whose member challenge is that of the event's data.")
    @APIResponse(
            responseCode = "202",
            description = "It is being challenged",
            content = @Content(schema = @Schema(implementation = VerificationView.class)))
    public Response again(@Parameter(description = "The endpoint's id.") @RestPath UUID id) {
        return Response.accepted(challenge.again(callers.current(), id)).build();
    }
}
