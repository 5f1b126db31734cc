// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import id.siaga.triage.refusal.TriageRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** That a checkpoint tells of a case. */
@Path("/v1/cases/{id}/record/proof")
@RunOnVirtualThread
@Tag(name = "Record")
public class ProofResource {

    private final ProveInclusion proofs;

    ProofResource(ProveInclusion proofs) {
        this.proofs = proofs;
    }

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "proveRecord",
            summary = "That a checkpoint tells of a case",
            description =
                    "From the head of the case's record to the root that is signed (RFC 6962). There is none before"
                            + " the end of the day on which the case was opened.")
    public ProofView proof(
            @Parameter(description = "The case's id.") @RestPath UUID id,
            @Parameter(
                            description =
                                    "Only the checkpoint of this day; without it, the last one that tells of the case.")
                    @QueryParam("day")
                    @Size(max = Day.LENGTH)
                    @Pattern(regexp = Day.PATTERN)
                    @Nullable
                    String day) {
        return proofs.prove(id, day == null ? null : Day.parse("query:day", day))
                .map(ProofView::of)
                .orElseThrow(TriageRefusal.NotFound::new);
    }
}
