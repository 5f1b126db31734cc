// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import id.siaga.triage.casework.AliasContents;
import id.siaga.triage.casework.AliasRequest;
import id.siaga.triage.casework.AssessCase;
import id.siaga.triage.casework.AssessmentRequest;
import id.siaga.triage.casework.CaseStatus;
import id.siaga.triage.desk.QueueFilter.ClaimedBy;
import id.siaga.triage.record.Actor;
import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Cases: the desk's queue, one case with all that is known of it, and its assessment. */
@Path("/v1/cases")
@RunOnVirtualThread
@Tag(name = "Cases")
public class CaseResource {

    private final CaseQueue queue;
    private final ReadCase cases;
    private final AssessCase assessments;
    private final AliasContents aliases;
    private final Callers callers;

    CaseResource(CaseQueue queue, ReadCase cases, AssessCase assessments, AliasContents aliases, Callers callers) {
        this.queue = queue;
        this.cases = cases;
        this.assessments = assessments;
        this.aliases = aliases;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listCases",
            summary = "The queue",
            description = "Those with the most points first; each says what it has them for. A point is worth a quarter"
                    + " of an hour of waiting.")
    public CaseQueue.Page queue(
            @Parameter(description = "Only cases with this status.") @QueryParam("status") @Nullable CaseStatus status,
            @Parameter(description = "Only cases of this category.") @QueryParam("category") @Size(max = 100) @Nullable
                    String category,
            @Parameter(description = "Only cases that are urgent, or only those that are not.")
                    @QueryParam("urgent")
                    @Nullable
                    Boolean urgent,
            @Parameter(description = "Only cases with content on this platform.")
                    @QueryParam("platform")
                    @Size(max = 63)
                    @Nullable
                    String platform,
            @Parameter(description = "Only cases that were reported for this region, an ISO 3166-2 code.")
                    @QueryParam("region")
                    @Size(max = 5)
                    @Nullable
                    String region,
            @Parameter(description = "Only cases with this flag.") @QueryParam("flag") @Size(max = 100) @Nullable
                    String flag,
            @Parameter(description = "Only cases that you, somebody or nobody works on.")
                    @QueryParam("claimed")
                    @Nullable
                    ClaimedBy claimed,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return queue.page(
                new QueueFilter(status, category, urgent, platform, region, flag, claimed),
                callers.current(),
                limit,
                cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getCase",
            summary = "A case",
            description = "With all that is known of it: contents, reports, flags, decisions, orders and clocks.")
    public CaseView one(@Parameter(description = "The case's id.") @RestPath UUID id) {
        return cases.one(id);
    }

    @POST
    @Path("/{id}/assessment")
    @RolesAllowed("officer")
    @Operation(
            operationId = "assessCase",
            summary = "Assess a case",
            description =
                    "An act of a person. It puts a new case under review; a later assessment takes the place of the earlier one.")
    public CaseView assess(
            @Parameter(description = "The case's id.") @RestPath UUID id, @Valid @NotNull AssessmentRequest request) {
        assessments.assess(id, request, Actor.of(callers.person()));
        return cases.one(id);
    }

    @POST
    @Path("/{id}/aliases")
    @RolesAllowed("officer")
    @Operation(
            operationId = "joinContentKeys",
            summary = "Say that two content keys are of one content",
            description =
                    "One of them at least is of content of the case; whoever reports either from then on reports in"
                            + " this case. Keys that were joined before, whichever way round, change nothing.")
    public CaseView alias(
            @Parameter(description = "The case's id.") @RestPath UUID id, @Valid @NotNull AliasRequest request) {
        aliases.alias(id, request, Actor.of(callers.person()));
        return cases.one(id);
    }
}
