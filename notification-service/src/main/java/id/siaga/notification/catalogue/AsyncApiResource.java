// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What parties are told, as one document that tools read. */
@Path("/v1/asyncapi")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Event types")
public class AsyncApiResource {

    private final PartyAsyncApi document;

    AsyncApiResource(PartyAsyncApi document) {
        this.document = document;
    }

    @GET
    @RolesAllowed({"reporter", "authority", "officer", "approver", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "getAsyncApi",
            summary = "Everything that a party can be told, as AsyncAPI 3",
            description = "Whole in itself: a webhook of each type, with its schema and an example.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(schema = @Schema(implementation = Map.class)))
    public JsonNode get() {
        return document.document();
    }
}
