// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import id.siaga.triage.casework.ClaimCase;
import id.siaga.triage.record.Actor;
import id.siaga.triage.roster.Roster;
import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who works on which case. */
@Path("/v1/cases/{id}")
@RunOnVirtualThread
@Tag(name = "Cases")
public class ClaimResource {

    private final ClaimCase claims;
    private final Roster roster;
    private final ReadCase cases;
    private final Callers callers;

    ClaimResource(ClaimCase claims, Roster roster, ReadCase cases, Callers callers) {
        this.claims = claims;
        this.roster = roster;
        this.cases = cases;
        this.callers = callers;
    }

    /** Why a case is taken from a colleague; null to take it only if nobody has it. */
    public record ClaimRequest(
            @Nullable @Size(min = 1, max = 2000) String reason) {}

    @POST
    @Path("/claim")
    @RolesAllowed({"officer", "approver"})
    @Operation(
            operationId = "claimCase",
            summary = "Say that you work on a case",
            description = "An act of a person. The claim ends by itself after a quarter of an hour, unless you claim"
                    + " again before. It forbids nobody anything. With a reason a case is taken over from a colleague.")
    public CaseView claim(
            @Parameter(description = "The case's id.") @RestPath UUID id, @Valid @Nullable ClaimRequest request) {
        claims.claim(id, request == null ? null : request.reason(), Actor.of(callers.person()));
        return cases.one(id);
    }

    /**
     * Who is to work on a case.
     *
     * @param shiftId the shift of a colleague who is on duty
     */
    public record ReassignmentRequest(
            @NotNull UUID shiftId,
            @NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Path("/reassignment")
    @RolesAllowed({"officer", "operator"})
    @Operation(
            operationId = "reassignCase",
            summary = "Give a case to a colleague who is on duty",
            description = "An act of a person. Whoever has the case has it no longer.")
    public CaseView reassign(
            @Parameter(description = "The case's id.") @RestPath UUID id, @Valid @NotNull ReassignmentRequest request) {
        Actor by = Actor.of(callers.person());
        claims.reassign(id, roster.onDuty(request.shiftId()), request.reason(), by);
        return cases.one(id);
    }

    @POST
    @Path("/release")
    @RolesAllowed({"officer", "approver"})
    @Operation(
            operationId = "releaseCase",
            summary = "Give a case back that you work on",
            description = "An act of a person. Nothing happens when nobody works on it.")
    public CaseView release(@Parameter(description = "The case's id.") @RestPath UUID id) {
        claims.release(id, Actor.of(callers.person()));
        return cases.one(id);
    }
}
