// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statistics: what was done in a window of days, as JSON or as CSV. */
@Path("/v1/statistics")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, StatisticsAsCsv.MEDIA_TYPE})
@Tag(name = "Statistics")
public class StatisticsResource {

    private static final String FROM = "The first day, such as 2024-11-01; without it, 30 days are told.";
    private static final String TO = "The last day; without it, today. Days are of UTC.";

    private final ReadStatistics statistics;
    private final MeasureCommitments commitments;
    private final Callers callers;

    StatisticsResource(ReadStatistics statistics, MeasureCommitments commitments, Callers callers) {
        this.statistics = statistics;
        this.commitments = commitments;
        this.callers = callers;
    }

    @GET
    @Path("/platforms")
    @RolesAllowed({"platform", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getPlatformsStatistics",
            summary = "Statistics of platforms",
            description =
                    "How fast they acknowledge and act, what they do and what they refuse on which ground. A platform reads its own.")
    public Statistics platforms(
            @Parameter(description = FROM) @QueryParam("from") @Size(max = 10) @Nullable String from,
            @Parameter(description = TO) @QueryParam("to") @Size(max = 10) @Nullable String to) {
        return statistics.platforms(callers.current(), from, to);
    }

    @GET
    @Path("/commitments")
    @RolesAllowed({"platform", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getCommitmentsStatistics",
            summary = "What platforms have promised, and kept",
            description =
                    "Each commitment of the directory that says how soon, held against the answers of the days on which it was"
                            + " in force: since receipt, without the time in which the platform waited for the desk, and since"
                            + " the report. A platform reads its own.")
    public Commitments commitments(
            @Parameter(description = FROM) @QueryParam("from") @Size(max = 10) @Nullable String from,
            @Parameter(description = TO) @QueryParam("to") @Size(max = 10) @Nullable String to) {
        return commitments.commitments(callers.current(), from, to);
    }

    @GET
    @Path("/reporters")
    @RolesAllowed({"reporter", "authority", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getReportersStatistics",
            summary = "Statistics of reporters",
            description =
                    "How much of what they report was reported before, upheld or dismissed. A reporter reads its own.")
    public Statistics reporters(
            @Parameter(description = FROM) @QueryParam("from") @Size(max = 10) @Nullable String from,
            @Parameter(description = TO) @QueryParam("to") @Size(max = 10) @Nullable String to) {
        return statistics.reporters(callers.current(), from, to);
    }

    @GET
    @Path("/categories")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getCategoriesStatistics",
            summary = "Statistics of harm categories",
            description = "What was reported, asked and answered about each.")
    public Statistics categories(
            @Parameter(description = FROM) @QueryParam("from") @Size(max = 10) @Nullable String from,
            @Parameter(description = TO) @QueryParam("to") @Size(max = 10) @Nullable String to) {
        return statistics.categories(from, to);
    }

    @GET
    @Path("/regions")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getRegionsStatistics",
            summary = "Statistics of regions",
            description = "What was reported, asked and answered about each; reports that name no region are in none.")
    public Statistics regions(
            @Parameter(description = FROM) @QueryParam("from") @Size(max = 10) @Nullable String from,
            @Parameter(description = TO) @QueryParam("to") @Size(max = 10) @Nullable String to) {
        return statistics.regions(from, to);
    }

    @GET
    @Path("/desk")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getDeskStatistics",
            summary = "Statistics of the desk",
            description = "All that was reported, decided and answered, and how often the desk itself was wrong.")
    public Statistics desk(
            @Parameter(description = FROM) @QueryParam("from") @Size(max = 10) @Nullable String from,
            @Parameter(description = TO) @QueryParam("to") @Size(max = 10) @Nullable String to) {
        return statistics.desk(from, to);
    }
}
