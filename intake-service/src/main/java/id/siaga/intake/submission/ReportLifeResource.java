// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Limited;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a report goes through after it was sent: additions, withdrawal, and the history of it all. */
@Path("/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Limited
@Tag(name = "Reports")
class ReportLifeResource {

    private final Callers callers;
    private final Idempotency idempotency;
    private final SupplementReport supplement;
    private final WithdrawReport withdraw;
    private final ReadHistory read;

    ReportLifeResource(
            Callers callers,
            Idempotency idempotency,
            SupplementReport supplement,
            WithdrawReport withdraw,
            ReadHistory read) {
        this.callers = callers;
        this.idempotency = idempotency;
        this.supplement = supplement;
        this.withdraw = withdraw;
        this.read = read;
    }

    @POST
    @Path("/supplements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority"})
    @Operation(
            operationId = "supplementReport",
            summary = "Add to a report",
            description = "Adds a statement to items of your own report, one supplement for each. Items that were"
                    + " withdrawn take none.")
    @APIResponse(
            responseCode = "201",
            description = "The supplements are stored.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SupplementList.class)))
    public Response supplement(
            @Parameter(description = "The report's id.") @RestPath UUID id,
            @Valid @Nullable SupplementRequest request) {
        SupplementRequest given = given(request);
        return idempotency.once(() -> Answer.created(
                "/v1/reports/" + id + "/supplements", supplement.supplement(callers.current(), id, given)));
    }

    @GET
    @Path("/supplements")
    @RolesAllowed({"reporter", "authority", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listSupplements",
            summary = "Read what was added to a report",
            description = "A reporter sees its own reports; the desk and the auditor see all.")
    @APIResponse(
            responseCode = "200",
            description = "The supplements in the order of their receipt.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SupplementList.class)))
    public SupplementList supplements(@Parameter(description = "The report's id.") @RestPath UUID id) {
        return read.supplements(callers.current(), id);
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority"})
    @Operation(
            operationId = "withdrawReport",
            summary = "Withdraw a report, or some of its items",
            description =
                    "The desk is told, and decides what becomes of an order that was issued meanwhile. To withdraw"
                            + " again what is withdrawn changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The report as it is now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportView.class)))
    public ReportView withdraw(
            @Parameter(description = "The report's id.") @RestPath UUID id,
            @Valid @Nullable WithdrawalRequest request) {
        return withdraw.withdraw(callers.current(), id, given(request));
    }

    @GET
    @Path("/history")
    @RolesAllowed({"reporter", "authority", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "readHistory",
            summary = "Read what has become of a report, step by step",
            description = "From its receipt on. A reporter sees its own reports; the desk and the auditor see all.")
    @APIResponse(
            responseCode = "200",
            description = "The steps, the first one first.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HistoryView.class)))
    public HistoryView history(@Parameter(description = "The report's id.") @RestPath UUID id) {
        return read.history(callers.current(), id);
    }

    private static <T> T given(@Nullable T request) {
        if (request == null) {
            throw new InvalidRequest("", "a body is required");
        }
        return request;
    }
}
