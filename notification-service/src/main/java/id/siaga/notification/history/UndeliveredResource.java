// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

import id.siaga.web.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where those who see every party find what did not arrive anywhere. */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Deliveries")
public class UndeliveredResource {

    private final ReadHistory history;

    UndeliveredResource(ReadHistory history) {
        this.history = history;
    }

    @GET
    @RolesAllowed({"auditor", "operator"})
    @Operation(
            operationId = "listUndelivered",
            summary = "Deliveries of all endpoints that did not arrive, the newest first",
            description =
                    "Abandoned after the last try, or cancelled, with why. Each can be sent again at its endpoint.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public DeliveryPage list(
            @Parameter(description = "How they ended.") @QueryParam("status") @DefaultValue("ABANDONED")
                    UndeliveredStatus status,
            @Parameter(description = "Only those to this party.")
                    @QueryParam("party")
                    @Size(max = Caller.LONGEST_PARTY, message = "must have at most 63 characters")
                    @Nullable
                    String party,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.undelivered(status, party, limit, cursor);
    }
}
