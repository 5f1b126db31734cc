// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

/** Where an endpoint's owner sees how far its recoveries and replays are. */
@Path("/v1/endpoints/{id}/recoveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Recovery")
public class RecoveriesResource {

    private final StartRecovery recovery;
    private final Callers callers;

    RecoveriesResource(StartRecovery recovery, Callers callers) {
        this.recovery = recovery;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({"reporter", "authority", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "listRecoveries",
            summary = "The endpoint's recoveries and replays, the newest first",
            description = "The one that runs, and the last ten that have ended.")
    @APIResponse(
            responseCode = "200",
            description = "The recoveries",
            content = @Content(schema = @Schema(implementation = RecoveryList.class)))
    public RecoveryList list(@Parameter(description = "The endpoint's id.") @RestPath UUID id) {
        return recovery.list(callers.current(), id);
    }

    @GET
    @Path("/{recovery}")
    @RolesAllowed({"reporter", "authority", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "getRecovery",
            summary = "How far a recovery or replay is",
            description = "FINISHED when all of it is queued; the endpoint's deliveries say what has arrived.")
    @APIResponse(
            responseCode = "200",
            description = "The recovery",
            content = @Content(schema = @Schema(implementation = RecoveryView.class)))
    public RecoveryView get(
            @Parameter(description = "The endpoint's id.") @RestPath UUID id,
            @Parameter(description = "The recovery's id.") @RestPath("recovery") UUID recoveryId) {
        return recovery.get(callers.current(), id, recoveryId);
    }
}
