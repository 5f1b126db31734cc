// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import id.siaga.triage.record.Actor;
import id.siaga.web.Callers;
import id.siaga.web.Cursor;
import id.siaga.web.Revision;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Clock policies: how long who has for what. */
@Path("/v1/clock-policies")
@RunOnVirtualThread
@Tag(name = "Clock policies")
public class ClockPolicyResource {

    private static final String CODE = "[a-z0-9][a-z0-9-]{0,49}";

    private final EditPolicies policies;
    private final Callers callers;

    ClockPolicyResource(EditPolicies policies, Callers callers) {
        this.policies = policies;
        this.callers = callers;
    }

    /** A page of policies, by their codes. */
    public record PolicyPage(
            @Size(max = 200) List<ClockPolicyView> policies,
            @Nullable String next) {}

    /** A page of what a policy was, the latest first. */
    public record PolicyHistory(
            @Size(max = 200) List<ClockPolicyView> versions,
            @Nullable String next) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listClockPolicies",
            summary = "Clock policies, by their codes",
            description = "For each clock the one with the most conditions that match holds; of several the shortest.")
    public PolicyPage policies(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String after = cursor == null ? null : Cursor.parse(cursor, 1).getFirst();
        List<ClockPolicyView> read = policies.page(after, limit + 1);
        return read.size() <= limit
                ? new PolicyPage(read, null)
                : new PolicyPage(
                        read.subList(0, limit), Cursor.of(read.get(limit - 1).code()));
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @APIResponse(
            responseCode = "200",
            description = "The policy as it is.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ClockPolicyView.class)))
    @Operation(
            operationId = "getClockPolicy",
            summary = "A clock policy",
            description = "Its ETag is what you send as If-Match when you change it.")
    public Response policy(@Parameter(description = "The policy's code.") @RestPath @Size(max = 50) String code) {
        ClockPolicyView policy = policies.one(code);
        return Revision.answer(policy, policy.version());
    }

    @GET
    @Path("/{code}/history")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listClockPolicyVersions",
            summary = "What a clock policy was, the latest first",
            description = "With who changed it, when and why; nothing of it is ever rewritten.")
    public PolicyHistory history(
            @Parameter(description = "The policy's code.") @RestPath @Size(max = 50) String code,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<ClockPolicyView> read = policies.history(code, Cursor.number(cursor), limit + 1);
        return read.size() <= limit
                ? new PolicyHistory(read, null)
                : new PolicyHistory(
                        read.subList(0, limit),
                        Cursor.of(Long.toString(read.get(limit - 1).version())));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("operator")
    @APIResponse(
            responseCode = "200",
            description = "The policy as it is now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ClockPolicyView.class)))
    @APIResponse(
            responseCode = "201",
            description = "There is such a policy now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ClockPolicyView.class)))
    @Operation(
            operationId = "putClockPolicy",
            summary = "Change a clock policy, or add one",
            description =
                    "An act of a person. Clocks that run keep the limits that they were started with. A limit must be left"
                            + " for everything. With If-None-Match: * the policy is added.")
    public Response put(
            @Parameter(description = "The policy's code.") @RestPath @Pattern(regexp = CODE) @Size(max = 50)
                    String code,
            @Parameter(description = "The ETag of what you change.")
                    @HeaderParam("If-Match")
                    @Size(max = Revision.LONGEST)
                    @Nullable
                    String ifMatch,
            @Parameter(description = "* to add what is not there yet.")
                    @HeaderParam("If-None-Match")
                    @Size(max = Revision.LONGEST)
                    @Nullable
                    String ifNoneMatch,
            @Valid @NotNull ClockPolicyRequest request) {
        EditPolicies.Edited edited =
                policies.put(code, request, Revision.condition(ifMatch, ifNoneMatch), Actor.of(callers.person()));
        return edited.created()
                ? Revision.created(
                        "/v1/clock-policies/" + code,
                        edited.policy(),
                        edited.policy().version())
                : Revision.answer(edited.policy(), edited.policy().version());
    }
}
