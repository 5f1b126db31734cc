// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import id.siaga.web.Limited;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The platforms whose links are known. */
@Path("/v1/platforms")
@Produces(MediaType.APPLICATION_JSON)
@Limited
@Tag(name = "Content")
class PlatformResource {

    private final ContentKeys keys;

    PlatformResource(ContentKeys keys) {
        this.keys = keys;
    }

    @GET
    @RolesAllowed({"reporter", "authority", "officer", "approver", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "listPlatforms",
            summary = "List the platforms whose links are known",
            description =
                    "With the hosts and the kinds of content of each. Links of other hosts are content of the web at"
                            + " large, named by their address.")
    @APIResponse(
            responseCode = "200",
            description = "All of them; there are few.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlatformView.All.class)))
    public PlatformView.All all() {
        return new PlatformView.All(
                keys.ruleVersion(),
                keys.platforms().stream().map(PlatformView::of).toList());
    }
}
