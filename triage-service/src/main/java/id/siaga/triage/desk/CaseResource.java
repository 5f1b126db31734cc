// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import id.siaga.triage.casework.AssessCase;
import id.siaga.triage.casework.AssessmentRequest;
import id.siaga.triage.casework.CaseStatus;
import id.siaga.triage.record.Actor;
import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases: the desk's queue, one case with all that is known of it, and its assessment. */
@Path("/v1/cases")
@RunOnVirtualThread
@Tag(name = "Cases")
public class CaseResource {

    private final CaseQueue queue;
    private final ReadCase cases;
    private final AssessCase assessments;
    private final Callers callers;

    CaseResource(CaseQueue queue, ReadCase cases, AssessCase assessments, Callers callers) {
        this.queue = queue;
        this.cases = cases;
        this.assessments = assessments;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    public CaseQueue.Page queue(
            @QueryParam("status") @Nullable CaseStatus status,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return queue.page(status, limit, cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    public CaseView one(UUID id) {
        return cases.one(id);
    }

    @POST
    @Path("/{id}/assessment")
    @RolesAllowed("officer")
    public CaseView assess(UUID id, @Valid @NotNull AssessmentRequest request) {
        assessments.assess(id, request, Actor.of(callers.person()));
        return cases.one(id);
    }
}
