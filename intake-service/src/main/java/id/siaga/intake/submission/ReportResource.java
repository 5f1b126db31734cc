// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Limited;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The door for reports. */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Limited
@Tag(name = "Reports")
class ReportResource {

    private static final Logger LOG = Logger.getLogger(ReportResource.class);

    private final Callers callers;
    private final CheckReport check;
    private final SubmitTogether submit;
    private final ReadReports read;

    ReportResource(Callers callers, CheckReport check, SubmitTogether submit, ReadReports read) {
        this.callers = callers;
        this.check = check;
        this.submit = submit;
        this.read = read;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority"})
    @Operation(
            operationId = "submitReport",
            summary = "Submit a report",
            description = "Stores the report and answers at once. Repeating the request with the same Idempotency-Key"
                    + " and body gives the first answer again, marked Idempotency-Replayed.")
    @APIResponse(
            responseCode = "200",
            description =
                    "You had reported all of it before: the first report, to which this was added as a supplement.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The report is stored; items that you had reported before were added to those, and named.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportView.class)))
    public Response submit(@Valid @Nullable ReportRequest request) {
        if (request == null) {
            throw new InvalidRequest("", "a body is required");
        }
        Sender sender = Sender.of(callers.current());
        Response answer = submit.submit(sender, check.check(request, sender));
        String location = answer.getLocation().getPath();
        MDC.put("correlation", location.substring(location.lastIndexOf('/') + 1));
        LOG.info(answer.getHeaders().containsKey(Idempotency.REPLAYED) ? "Report sent again" : "Report received");
        return answer;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"reporter", "authority", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getReport",
            summary = "Read a report",
            description = "A reporter sees its own reports; the desk and the auditor see all.")
    @APIResponse(
            responseCode = "200",
            description = "The report and what has become of each item.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportView.class)))
    public ReportView one(@Parameter(description = "The report's id.") @RestPath UUID id) {
        return read.one(callers.current(), id);
    }

    @GET
    @RolesAllowed({"reporter", "authority", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listReports",
            summary = "List reports",
            description =
                    "Newest first, or with updatedSince in the order of change. A reporter sees its own reports; the"
                            + " desk and the auditor see all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reports.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportPage.class)))
    public ReportPage page(
            @Parameter(description = "Only reports with this status.") @QueryParam("status") @Nullable
                    ItemStatus status,
            @Parameter(description = "Only reports of this category.")
                    @QueryParam("category")
                    @Size(max = 100)
                    @Nullable
                    String category,
            @Parameter(description = "Only reports with an item on this platform.")
                    @QueryParam("platform")
                    @Size(max = 63)
                    @Nullable
                    String platform,
            @Parameter(
                            description =
                                    "Only reports that have changed since, an RFC 3339 time. Then go on with next,"
                                            + " which skips nothing that commits late.")
                    @QueryParam("updatedSince")
                    @Size(max = 35)
                    @Nullable
                    String updatedSince,
            @Parameter(description = "How many at most.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200)
                    int limit,
            @Parameter(description = "The next of an earlier page.") @QueryParam("cursor") @Nullable String cursor) {
        return read.page(callers.current(), ReportQuery.of(status, category, platform, updatedSince, limit, cursor));
    }
}
