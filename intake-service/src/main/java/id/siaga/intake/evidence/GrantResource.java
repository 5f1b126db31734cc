// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.web.Callers;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Limited;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** To which platforms a file is shown. */
@Path("/v1/reports/{id}/evidence/{sha256}/grants/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Limited
@Tag(name = "Evidence")
class GrantResource {

    private static final Logger LOG = Logger.getLogger(GrantResource.class);

    private final Callers callers;
    private final GrantEvidence grants;
    private final EvidenceMetrics metrics;

    GrantResource(Callers callers, GrantEvidence grants, EvidenceMetrics metrics) {
        this.callers = callers;
        this.grants = grants;
        this.metrics = metrics;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("officer")
    @Operation(
            operationId = "grantEvidence",
            summary = "Show a file to the platform that an order addresses",
            description =
                    "An act of a person, who has looked whether the file shows who reported. Repeating the request"
                            + " changes nothing; another platform or time needs the grant revoked first.")
    @APIResponse(
            responseCode = "200",
            description = "The platform was shown it already.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The platform can read it now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantView.class)))
    public Response grant(
            @Parameter(description = "The report's id.") @RestPath UUID id,
            @Parameter(
                            description = "The file's SHA-256 in lower-case hexadecimal.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Sha256.FORM, maxLength = 64))
                    @RestPath
                    String sha256,
            @Parameter(description = "The order's id.") @RestPath UUID orderId,
            @Valid @Nullable GrantRequest request) {
        if (request == null) {
            throw new InvalidRequest("", "a body is required");
        }
        MDC.put("correlation", id.toString());
        GrantEvidence.Granted granted = grants.grant(callers.person(), id, Sha256.inPath(sha256), orderId, request);
        GrantView view = GrantView.of(granted.grant());
        if (!granted.created()) {
            return Response.ok(view).build();
        }
        LOG.info("Evidence shown to a platform");
        metrics.granted();
        return Response.created(URI.create("/v1/reports/" + id + "/evidence/" + sha256 + "/grants/" + orderId))
                .entity(view)
                .build();
    }

    @DELETE
    @RolesAllowed("officer")
    @Operation(
            operationId = "revokeEvidence",
            summary = "Stop showing a file to a platform",
            description = "An act of a person. From then on the platform is told that there is no such file.")
    @APIResponse(responseCode = "204", description = "The platform is shown it no longer.")
    public void revoke(
            @Parameter(description = "The report's id.") @RestPath UUID id,
            @Parameter(
                            description = "The file's SHA-256 in lower-case hexadecimal.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Sha256.FORM, maxLength = 64))
                    @RestPath
                    String sha256,
            @Parameter(description = "The order's id.") @RestPath UUID orderId) {
        MDC.put("correlation", id.toString());
        grants.revoke(callers.person(), id, Sha256.inPath(sha256), orderId);
        LOG.info("Evidence withdrawn from a platform");
        metrics.revoked();
    }
}
