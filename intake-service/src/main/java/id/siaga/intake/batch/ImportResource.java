// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import id.siaga.web.BodyLimit;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import id.siaga.web.Limited;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for reports without number. */
@Path("/v1/reports/imports")
@RunOnVirtualThread
@Limited
@Tag(name = "Reports")
class ImportResource {

    static final String NDJSON = "application/x-ndjson";

    private final Callers callers;
    private final Idempotency idempotency;
    private final BodyLimit limit;
    private final ImportReports imports;

    ImportResource(Callers callers, Idempotency idempotency, BodyLimit limit, ImportReports imports) {
        this.callers = callers;
        this.idempotency = idempotency;
        this.limit = limit;
        this.imports = imports;
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed({"reporter", "authority"})
    @Operation(
            operationId = "importReports",
            summary = "Import reports, one JSON object a line",
            description = "Takes any number of lines, some at a time, and answers when all are read. After a broken"
                    + " connection send the same lines under the same Idempotency-Key again: lines that were taken are"
                    + " passed over, and answered as they were. Keys are kept for 48 hours.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each line, a JSON object a line; blank lines have none.",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = LineResult.class)))
    public Response run(
            @RequestBody(
                            description = "A ReportRequest a line.",
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema =
                                                    @Schema(
                                                            type =
                                                                    org.eclipse.microprofile.openapi.annotations.enums
                                                                            .SchemaType.STRING)))
                    InputStream body)
            throws IOException {
        ImportReports.Read read =
                imports.read(callers.current(), idempotency.requiredKey(), limit.of(body, Long.MAX_VALUE));
        StreamingOutput answer = out -> imports.write(read, out);
        return Response.ok(answer).type(NDJSON).build();
    }
}
