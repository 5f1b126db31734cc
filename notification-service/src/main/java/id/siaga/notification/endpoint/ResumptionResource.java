// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where a paused endpoint is told again. */
@Path("/v1/endpoints/{id}/resumption")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Endpoints")
public class ResumptionResource {

    private final PauseEndpoint pause;
    private final Callers callers;

    ResumptionResource(PauseEndpoint pause, Callers callers) {
        this.pause = pause;
        this.callers = callers;
    }

    @POST
    @RolesAllowed({"reporter", "authority", "platform", "partner", "operator"})
    @Operation(
            operationId = "resumeEndpoint",
            summary = "Tell a paused endpoint again",
            description = "Of what happens from now on; what happened meanwhile can be recovered.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint as it is now",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    public EndpointView resume(@Parameter(description = "The endpoint's id.") @RestPath UUID id) {
        return pause.resume(callers.current(), id);
    }
}
