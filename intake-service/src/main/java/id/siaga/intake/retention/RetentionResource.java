// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.retention;

import id.siaga.intake.contact.Contact;
import id.siaga.intake.submission.KeptReports;
import id.siaga.web.Callers;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Limited;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.jspecify.annotations.Nullable;

/** What persons and courts may ask about a report's data. */
@Path("/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Limited
@Tag(name = "Data protection")
class RetentionResource {

    private final Callers callers;
    private final Erasure erasure;
    private final KeptReports reports;

    RetentionResource(Callers callers, Erasure erasure, KeptReports reports) {
        this.callers = callers;
        this.erasure = erasure;
        this.reports = reports;
    }

    @GET
    @Path("/contact")
    @RolesAllowed({"reporter", "authority"})
    @Operation(
            operationId = "readContact",
            summary = "Read who can be asked about a report",
            description = "Only the party that sent the report; the desk asks it, and not the person.")
    @APIResponse(
            responseCode = "200",
            description = "The contact.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Contact.class)))
    public Contact contact(@Parameter(description = "The report's id.") @RestPath UUID id) {
        return erasure.contact(callers.current(), id);
    }

    @DELETE
    @Path("/contact")
    @RolesAllowed({"reporter", "authority", "operator"})
    @Operation(
            operationId = "eraseContact",
            summary = "Erase who can be asked about a report",
            description =
                    "The party that sent the report, or the operator at the person's request. A legal hold forbids"
                            + " it. To erase again what is erased changes nothing.")
    @APIResponse(responseCode = "204", description = "There is no contact any more.")
    public void eraseContact(@Parameter(description = "The report's id.") @RestPath UUID id) {
        erasure.contactOf(callers.current(), id);
    }

    @DELETE
    @Path("/authors")
    @RolesAllowed("operator")
    @Operation(
            operationId = "eraseAuthors",
            summary = "Erase which accounts published what was reported",
            description = "At the request of the person whose account it is. A legal hold forbids it.")
    @APIResponse(responseCode = "204", description = "No item names an account any more.")
    public void eraseAuthors(@Parameter(description = "The report's id.") @RestPath UUID id) {
        erasure.authorsOf(callers.current(), id);
    }

    @PUT
    @Path("/legal-hold")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    @Operation(
            operationId = "holdReport",
            summary = "Keep a report until the hold is lifted, whatever its age",
            description = "Nothing of it is deleted or erased meanwhile. Another reason takes the place of the first.")
    @APIResponse(responseCode = "204", description = "The hold is set.")
    public void hold(
            @Parameter(description = "The report's id.") @RestPath UUID id, @Valid @Nullable HoldRequest request) {
        if (request == null) {
            throw new InvalidRequest("", "a body is required");
        }
        reports.hold(id, request.reason());
    }

    @DELETE
    @Path("/legal-hold")
    @RolesAllowed("operator")
    @Operation(
            operationId = "liftHold",
            summary = "Lift the hold of a report",
            description = "What is too old is deleted in the next run. To lift what is lifted changes nothing.")
    @APIResponse(responseCode = "204", description = "There is no hold any more.")
    public void lift(@Parameter(description = "The report's id.") @RestPath UUID id) {
        reports.hold(id, null);
    }
}
