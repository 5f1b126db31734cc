// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.intake.allowance.Allowance;
import id.siaga.intake.submission.AcceptReports;
import id.siaga.web.Answer;
import id.siaga.web.Caller;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Limited;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door for many reports at once. */
@Path("/v1/reports")
@RunOnVirtualThread
@Limited
@Tag(name = "Reports")
class BatchResource {

    private final Callers callers;
    private final Idempotency idempotency;
    private final Allowance allowance;
    private final AcceptReports accept;

    BatchResource(Callers callers, Idempotency idempotency, Allowance allowance, AcceptReports accept) {
        this.callers = callers;
        this.idempotency = idempotency;
        this.allowance = allowance;
        this.accept = accept;
    }

    @POST
    @Path("/batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority"})
    @Operation(
            operationId = "submitBatch",
            summary = "Submit up to 1,000 reports",
            description =
                    "Each report is taken or refused for itself. Repeating the request with the same Idempotency-Key"
                            + " and body gives the first answer again.")
    @APIResponse(
            responseCode = "207",
            description = "What became of each report, in their order.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchView.class)))
    public Response batch(@Valid @Nullable BatchRequest request) {
        if (request == null) {
            throw new InvalidRequest("", "a body is required");
        }
        Caller caller = callers.current();
        // The door has counted the request as one.
        allowance.take(caller, request.reports().size() - 1);
        List<byte[]> reports = request.reports().stream()
                .map(report -> report.toString().getBytes(UTF_8))
                .toList();
        return idempotency.once(() -> Answer.many("/v1/reports", BatchView.of(accept.accept(caller, reports))));
    }
}
