// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Appeals of the owners of content, who are no party and have no token: the code that the platform's notice carries, of 122
 * random bits, is what they show instead. It opens nothing but this.
 */
@Path("/v1/owner-appeals")
@RunOnVirtualThread
@Tag(name = "Appeals")
public class OwnerAppealResource {

    private final FileAppeal filing;
    private final ReadAppeals appeals;

    OwnerAppealResource(FileAppeal filing, ReadAppeals appeals) {
        this.filing = filing;
        this.appeals = appeals;
    }

    /**
     * An appeal.
     *
     * @param code from the platform's notice
     * @param statement why the content should not have been acted on
     */
    public record OwnerAppealRequest(
            @NotBlank @Size(max = 100) String code,
            @NotBlank @Size(max = 5000) String statement) {}

    /** The code from the platform's notice. */
    public record AppealCode(@NotBlank @Size(max = 100) String code) {}

    /** The appeals that were filed with a code, the first one first. */
    public record OwnerAppeals(List<AppealState> appeals) {}

    @POST
    @PermitAll
    @Operation(
            operationId = "appealAsOwner",
            summary = "Appeal as the owner of content",
            description =
                    "Without a token, by the code that the platform's notice carries. While an appeal waits for its"
                            + " answer, another one is that one.")
    public AppealState appeal(@Valid @NotNull OwnerAppealRequest request) {
        return AppealState.of(filing.ofOwner(request.code(), request.statement()));
    }

    @POST
    @Path("/lookup")
    @PermitAll
    @Operation(
            operationId = "lookUpOwnAppeals",
            summary = "What became of appeals as the owner of content",
            description = "Without a token, by the same code; in a body, since addresses are written to logs.")
    public OwnerAppeals lookUp(@Valid @NotNull AppealCode request) {
        return new OwnerAppeals(
                appeals.ofOwner(request.code()).stream().map(AppealState::of).toList());
    }
}
