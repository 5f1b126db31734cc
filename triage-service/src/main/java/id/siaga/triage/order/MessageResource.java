// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.talk.Message;
import id.siaga.triage.order.talk.MessageView;
import id.siaga.triage.record.Actor;
import id.siaga.web.Answer;
import id.siaga.web.Caller;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
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
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the desk and a platform say to each other about an order. */
@Path("/v1/orders/{id}/messages")
@RunOnVirtualThread
@Tag(name = "Orders")
public class MessageResource {

    private static final Set<String> DESK = Set.of("officer", "approver", "auditor", "operator");

    private final TalkAboutOrder talk;
    private final Idempotency idempotency;
    private final Callers callers;

    MessageResource(TalkAboutOrder talk, Idempotency idempotency, Callers callers) {
        this.talk = talk;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** What is to be said. */
    public record MessageRequest(@NotBlank @Size(max = 5000) String text) {}

    @GET
    @RolesAllowed({"platform", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listMessages",
            summary = "What the desk and the platform said about an order, the oldest first",
            description =
                    "A platform reads what is about its own orders, where people of the desk are only called desk.")
    public TalkAboutOrder.MessagePage messages(
            @Parameter(description = "The order's id.") @RestPath UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Caller caller = callers.current();
        return talk.page(caller.hasAny(DESK) ? null : caller.party(), id, limit, cursor);
    }

    @POST
    @RolesAllowed({"platform", "officer"})
    @APIResponse(
            responseCode = "201",
            description = "What was said.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MessageView.class)))
    @Operation(
            operationId = "postMessage",
            summary = "Say something about an order",
            description = "However the order stands; nothing else follows from it, and no clock waits. For the desk an"
                    + " act of a person. The other side is told by order.message-posted.")
    public Response post(
            @Parameter(description = "The order's id.") @RestPath UUID id, @Valid @NotNull MessageRequest request) {
        Caller caller = callers.current();
        boolean desk = caller.hasAny(Set.of("officer"));
        Actor by = Actor.of(desk ? callers.person() : caller);
        Message.Side side = desk ? Message.Side.DESK : Message.Side.PLATFORM;
        return idempotency.once(
                () -> Answer.created("/v1/orders/" + id + "/messages", talk.say(id, side, request.text(), by)));
    }
}
