// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The record of a case: all that was done, and whether it is still what was appended. */
@Path("/v1/cases/{id}/record")
@RunOnVirtualThread
@Tag(name = "Record")
public class RecordResource {

    private final ReadRecord reading;
    private final VerifyRecord verifying;
    private final EraseTexts erasing;
    private final Callers callers;

    RecordResource(ReadRecord reading, VerifyRecord verifying, EraseTexts erasing, Callers callers) {
        this.reading = reading;
        this.verifying = verifying;
        this.erasing = erasing;
        this.callers = callers;
    }

    /**
     * Which reasons are erased, and why.
     *
     * @param entries numbers of entries; without any, all
     */
    @Schema(name = "CaseErasureRequest")
    public record CaseErasure(
            @Nullable @Size(min = 1, max = EraseTexts.AT_ONCE)
            List<@NotNull @Min(1) Long> entries,

            @NotBlank @Size(max = 2000) String reason) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listRecordEntries",
            summary = "The record of a case",
            description =
                    "Every act, who did it, when, why, and what was so before and after, in the order in which they"
                            + " were appended; with all that their hashes are made of.")
    public ReadRecord.Page record(
            @Parameter(description = "The case's id.") @RestPath UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reading.page(id, limit, cursor);
    }

    @GET
    @Path("/verification")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "verifyRecord",
            summary = "Whether the record of a case is what was appended",
            description = "Computes it again and names the first entry or text that was altered, is missing, or was cut"
                    + " off at the end. Texts that were erased by an act on the record are no fault.")
    public Verification verification(@Parameter(description = "The case's id.") @RestPath UUID id) {
        return verifying.verify(id);
    }

    @POST
    @Path("/erasure")
    @RolesAllowed("operator")
    @Operation(
            operationId = "eraseReasons",
            summary = "Erase reasons from the record of a case",
            description = "An act of a person, and itself on the record. The chain goes on committing to what was"
                    + " erased, and to erase again what is erased changes nothing.")
    public ErasureView eraseReasons(
            @Parameter(description = "The case's id.") @RestPath UUID id, @Valid @NotNull CaseErasure request) {
        List<Long> entries = request.entries();
        return erasing.ofCase(id, entries == null ? List.of() : entries, request.reason(), Actor.of(callers.person()));
    }
}
