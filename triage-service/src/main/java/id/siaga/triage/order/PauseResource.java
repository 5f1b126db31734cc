// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.waiting.ImpossibilityGround;
import id.siaga.triage.order.waiting.WaitReason;
import id.siaga.triage.record.Actor;
import id.siaga.web.Caller;
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

/** Orders that wait: a platform asks, or says that it cannot act; an officer replies, and consents to more of it. */
@Path("/v1/orders/{id}")
@RunOnVirtualThread
@Tag(name = "Orders")
public class PauseResource {

    private final PauseOrder pauses;
    private final ReadOrders orders;
    private final Callers callers;

    PauseResource(PauseOrder pauses, ReadOrders orders, Callers callers) {
        this.pauses = pauses;
        this.orders = orders;
        this.callers = callers;
    }

    /** What the platform needs to know before it can act. */
    public record ClarificationRequest(
            @NotBlank @Size(max = 5000) String question) {}

    /** Why the platform cannot act. */
    public record ImpossibilityRequest(
            @NotNull ImpossibilityGround ground,
            @NotBlank @Size(max = 5000) String explanation) {}

    /** What the desk replies. */
    public record ReplyRequest(@NotBlank @Size(max = 5000) String reply) {}

    /** Why the order may wait once more. */
    public record PauseConsentRequest(
            @NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Path("/clarification")
    @RolesAllowed("platform")
    @Operation(
            operationId = "askForClarification",
            summary = "Ask what is meant; the clocks wait for the desk's reply",
            description =
                    "Implies the acknowledgement. The same question again, while the order waits, changes nothing."
                            + " An order may wait twice; each further time needs an officer's consent.")
    public OrderView clarify(
            @Parameter(description = "The order's id.") @RestPath UUID id,
            @Valid @NotNull ClarificationRequest request) {
        return pause(id, WaitReason.clarification(request.question()));
    }

    @POST
    @Path("/impossibility")
    @RolesAllowed("platform")
    @Operation(
            operationId = "declareImpossible",
            summary = "Say that it cannot be done; the clocks wait for the desk's reply",
            description = "Implies the acknowledgement. The same again, while the order waits, changes nothing."
                    + " An order may wait twice; each further time needs an officer's consent.")
    public OrderView impossible(
            @Parameter(description = "The order's id.") @RestPath UUID id,
            @Valid @NotNull ImpossibilityRequest request) {
        return pause(id, WaitReason.impossibility(request.ground(), request.explanation()));
    }

    @POST
    @Path("/reply")
    @RolesAllowed("officer")
    @Operation(
            operationId = "replyToPlatform",
            summary = "Reply to what the platform asked; its clocks go on",
            description = "The order is ACKNOWLEDGED again. Due times are later by the time that the order waited, or"
                    + " start anew where the law says so. The same reply again changes nothing.")
    public OrderView reply(
            @Parameter(description = "The order's id.") @RestPath UUID id, @Valid @NotNull ReplyRequest request) {
        pauses.reply(id, request.reply(), Actor.of(callers.person()));
        return orders.one(null, id);
    }

    @POST
    @Path("/pause-consent")
    @RolesAllowed("officer")
    @Operation(
            operationId = "consentToPause",
            summary = "Consent to one more wait than the two that an order may have",
            description = "While a consent is unused, another one changes nothing.")
    public OrderView consent(
            @Parameter(description = "The order's id.") @RestPath UUID id,
            @Valid @NotNull PauseConsentRequest request) {
        pauses.consent(id, request.reason(), Actor.of(callers.person()));
        return orders.one(null, id);
    }

    private OrderView pause(UUID id, WaitReason reason) {
        Caller platform = callers.current();
        pauses.pause(id, reason, Actor.of(platform));
        return orders.one(platform.party(), id);
    }
}
