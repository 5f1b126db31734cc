// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import id.siaga.triage.record.Actor;
import id.siaga.web.Answer;
import id.siaga.web.Caller;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Appeals as a platform files them against its orders, and reads what became of them. */
@Path("/v1/orders/{id}/appeals")
@RunOnVirtualThread
@Tag(name = "Appeals")
public class OrderAppealResource {

    private final FileAppeal filing;
    private final ReadAppeals appeals;
    private final Idempotency idempotency;
    private final Callers callers;

    OrderAppealResource(FileAppeal filing, ReadAppeals appeals, Idempotency idempotency, Callers callers) {
        this.filing = filing;
        this.appeals = appeals;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** Why the order is held to be wrong. */
    public record AppealRequest(@NotBlank @Size(max = 5000) String statement) {}

    /** The appeals of a platform against one of its orders. */
    public record OwnAppeals(List<AppealState> appeals) {}

    @POST
    @RolesAllowed("platform")
    @APIResponse(
            responseCode = "201",
            description = "The appeal, or the one that waits for its answer already.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AppealState.class)))
    @Operation(
            operationId = "appealAgainstOrder",
            summary = "Appeal against an order",
            description =
                    "Its platform says why it is wrong. What the order asks for stands meanwhile, and its clocks run.")
    public Response appeal(
            @Parameter(description = "The order's id.") @RestPath UUID id, @Valid @NotNull AppealRequest request) {
        Actor by = Actor.of(callers.current());
        return idempotency.once(() -> {
            Appeal filed = filing.ofPlatform(id, request.statement(), by);
            return Answer.created("/v1/appeals/" + filed.id(), AppealState.of(filed));
        });
    }

    @GET
    @RolesAllowed("platform")
    @Operation(
            operationId = "listAppealsAgainstOrder",
            summary = "What became of your appeals against an order",
            description = "Those of its platform, the first one first.")
    public OwnAppeals own(@Parameter(description = "The order's id.") @RestPath UUID id) {
        Caller platform = callers.current();
        return new OwnAppeals(appeals.ofPlatform(id, platform.party()).stream()
                .map(AppealState::of)
                .toList());
    }
}
