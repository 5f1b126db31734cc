// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

import id.siaga.notification.delivery.DeliveryStatus;
import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where an endpoint's owner looks up what was sent to it and how it answered. */
@Path("/v1/endpoints/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Deliveries")
public class HistoryResource {

    private final ReadHistory history;
    private final Callers callers;

    HistoryResource(ReadHistory history, Callers callers) {
        this.history = history;
        this.callers = callers;
    }

    @GET
    @Path("/attempts")
    @RolesAllowed({"reporter", "authority", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "listAttempts",
            summary = "The attempts to deliver to the endpoint, the newest first",
            description = "With how the endpoint answered each. A party sees those of its own endpoints.")
    @APIResponse(
            responseCode = "200",
            description = "A page of attempts",
            content = @Content(schema = @Schema(implementation = AttemptPage.class)))
    public AttemptPage attempts(
            @Parameter(description = "The endpoint's id.") @RestPath UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.attempts(callers.current(), id, limit, cursor);
    }

    @GET
    @Path("/deliveries")
    @RolesAllowed({"reporter", "authority", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "listDeliveries",
            summary = "The endpoint's deliveries, the newest first",
            description = "With what has become of each. A party sees those of its own endpoints.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public DeliveryPage deliveries(
            @Parameter(description = "The endpoint's id.") @RestPath UUID id,
            @Parameter(description = "Only deliveries with this status.") @QueryParam("status") @Nullable
                    DeliveryStatus status,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.deliveries(callers.current(), id, status, limit, cursor);
    }
}
