// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.web.Callers;
import id.siaga.web.Limited;
import id.siaga.web.Problem;
import id.siaga.web.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestPath;

/** Files that support a report. */
@Path("/v1/reports/{id}/evidence")
@RunOnVirtualThread
@Limited
@Tag(name = "Evidence")
class EvidenceResource {

    private static final Logger LOG = Logger.getLogger(EvidenceResource.class);

    private final Callers callers;
    private final StoreEvidence store;
    private final ReadEvidence read;
    private final EvidenceMetrics metrics;

    EvidenceResource(Callers callers, StoreEvidence store, ReadEvidence read, EvidenceMetrics metrics) {
        this.callers = callers;
        this.store = store;
        this.read = read;
        this.metrics = metrics;
    }

    @PUT
    @Path("/{sha256}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority"})
    @Operation(
            operationId = "putEvidence",
            summary = "Add a file to your report",
            description =
                    "The body is the file itself, 10 MiB at most; its SHA-256 names it, and its Content-Type must be"
                            + " what it really is: an image, a video, a sound, a PDF, a WARC file or plain text. Repeating the"
                            + " request changes nothing. Of child sexual abuse no media is ever taken: report where it is, or"
                            + " its hash.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 10 << 20)))
    @APIResponse(
            responseCode = "200",
            description = "The report had the file already.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The report has the file now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "The body is not the file that the path names, or no media is taken for the report's category.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response put(
            @Parameter(description = "The report's id.") @RestPath UUID id,
            @Parameter(
                            description = "The file's SHA-256 in lower-case hexadecimal.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Sha256.FORM, maxLength = 64))
                    @RestPath
                    String sha256,
            @Context HttpHeaders headers,
            InputStream body) {
        MDC.put("correlation", id.toString());
        StoreEvidence.Stored stored = stored(id, sha256, headers, body);
        EvidenceView view = EvidenceView.of(stored.evidence(), null);
        return stored.created()
                ? Response.created(URI.create("/v1/reports/" + id + "/evidence/" + sha256))
                        .entity(view)
                        .build()
                : Response.ok(view).build();
    }

    private StoreEvidence.Stored stored(UUID id, String sha256, HttpHeaders headers, InputStream body) {
        try {
            StoreEvidence.Stored stored =
                    store.store(callers.current(), id, Sha256.inPath(sha256), headers.getMediaType(), body);
            metrics.stored(stored.created());
            LOG.info("Evidence stored");
            return stored;
        } catch (Refusal refusal) {
            metrics.refused(refusal.problem().type());
            throw refusal;
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listEvidence",
            summary = "List a report's files",
            description = "A reporter sees its own; the desk and the auditor see all, and to which platforms a file is"
                    + " shown.")
    @APIResponse(
            responseCode = "200",
            description = "The files, in the order in which they came.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EvidenceList.class)))
    public EvidenceList list(@Parameter(description = "The report's id.") @RestPath UUID id) {
        return read.of(callers.current(), id);
    }

    @GET
    @Path("/{sha256}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({"reporter", "authority", "officer", "approver", "auditor", "operator", "platform"})
    @Operation(
            operationId = "getEvidence",
            summary = "Read a file",
            description = "For the report's own party, the desk and the auditor; for a platform while the desk shows it"
                    + " because of an order.")
    @APIResponse(
            responseCode = "200",
            description = "The file, to be saved and not to be shown by a browser.",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 10 << 20)))
    public Response one(
            @Parameter(description = "The report's id.") @RestPath UUID id,
            @Parameter(
                            description = "The file's SHA-256 in lower-case hexadecimal.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Sha256.FORM, maxLength = 64))
                    @RestPath
                    String sha256) {
        ReadEvidence.Open open = read.open(callers.current(), id, Sha256.inPath(sha256));
        metrics.read(open.reader());
        Evidence evidence = open.evidence();
        StreamingOutput file = to -> read.write(open, to);
        // A stranger's bytes under our name: saved and never rendered, kept by no cache, and checked by whoever saves
        // them.
        return Response.ok(file)
                .type(evidence.mediaType())
                .header("Content-Length", evidence.size())
                .header("Content-Disposition", "attachment; filename=\"" + sha256 + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "private, no-store")
                .header("Repr-Digest", evidence.sha256().structured())
                .tag(sha256)
                .build();
    }
}
