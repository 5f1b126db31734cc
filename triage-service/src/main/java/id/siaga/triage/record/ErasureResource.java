// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What persons may ask about the records of all cases. */
@Path("/v1/record-erasures")
@RunOnVirtualThread
@Tag(name = "Record")
public class ErasureResource {

    private final EraseTexts erasing;
    private final Callers callers;

    ErasureResource(EraseTexts erasing, Callers callers) {
        this.erasing = erasing;
        this.callers = callers;
    }

    /**
     * Who is erased, and why.
     *
     * @param person the key, as the record shows it
     */
    @Schema(name = "PersonErasureRequest")
    public record PersonErasure(
            @NotBlank @Size(max = 2000) String person,
            @NotBlank @Size(max = 2000) String reason) {}

    @POST
    @RolesAllowed("operator")
    @Operation(
            operationId = "erasePerson",
            summary = "Erase a person from the record of every case",
            description = "An act of a person, and itself on the record of each. What was done, when and for which"
                    + " organisation stays.")
    public ErasureView erasePerson(@Valid @NotNull PersonErasure request) {
        return erasing.ofPerson(request.person(), request.reason(), Actor.of(callers.person()));
    }
}
