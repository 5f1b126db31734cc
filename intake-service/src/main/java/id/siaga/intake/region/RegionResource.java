// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.region;

import id.siaga.web.Limited;
import id.siaga.web.Revalidation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which regions a report may name. */
@Path("/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Limited
@Tag(name = "Lists")
class RegionResource {

    private final Regions regions;
    private final Revalidation revalidation;

    RegionResource(Regions regions, Revalidation revalidation) {
        this.regions = regions;
        this.revalidation = revalidation;
    }

    @GET
    @RolesAllowed({"reporter", "authority", "officer", "approver", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "listRegions",
            summary = "List the regions",
            description = "The provinces, with the codes that reports name them by. Send If-None-Match to learn whether"
                    + " the list has changed.")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegionList.class)))
    @APIResponse(responseCode = "304", description = "It is the list that you have.")
    public Response all(@Context Request request) {
        return revalidation.answer(request, RegionList.of(regions.all()));
    }
}
