// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.answer.AnswerRequest;
import id.siaga.triage.order.answer.CheckRequest;
import id.siaga.triage.record.Actor;
import id.siaga.web.Caller;
import id.siaga.web.Callers;
import id.siaga.web.Cursor;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Orders: a platform reads and answers its own; the desk reads all, serves by other channels and checks. */
@Path("/v1/orders")
@RunOnVirtualThread
@Tag(name = "Orders")
public class OrderResource {

    private static final Set<String> DESK = Set.of("officer", "approver", "auditor", "operator");

    private final ReadOrders orders;
    private final AnswerOrder answers;
    private final ServeOrder services;
    private final CheckOrder checks;
    private final Callers callers;

    OrderResource(ReadOrders orders, AnswerOrder answers, ServeOrder services, CheckOrder checks, Callers callers) {
        this.orders = orders;
        this.answers = answers;
        this.services = services;
        this.checks = checks;
        this.callers = callers;
    }

    /** A page of orders, the newest first. */
    public record OrderPage(
            @Size(max = 200) List<OrderSummary> orders,
            @Nullable String next) {}

    /** The platform has the order. */
    public record AcknowledgementRequest(
            @Nullable @Size(max = 200) String reference) {}

    /** The order was served by another channel. */
    public record ServiceRequest(
            @NotBlank @Size(max = 100) String route,
            @NotBlank @Size(max = 2000) String proof,
            @NotNull Instant servedAt) {}

    @GET
    @RolesAllowed({"platform", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listOrders",
            summary = "Orders, the newest first",
            description = "A platform sees its own; the desk and the auditor see all.")
    public OrderPage orders(
            @Parameter(description = "Only orders with this status.") @QueryParam("status") @Nullable
                    OrderStatus status,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<OrderSummary> page = orders.page(reader(), status, after(cursor), limit + 1);
        return page.size() <= limit
                ? new OrderPage(page, null)
                : new OrderPage(
                        page.subList(0, limit),
                        Cursor.of(page.get(limit - 1).id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"platform", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getOrder",
            summary = "An order",
            description =
                    "A platform reads its own, where people of the desk are only called desk; the desk and the auditor read all.")
    public OrderView order(@Parameter(description = "The order's id.") @RestPath UUID id) {
        return orders.one(reader(), id);
    }

    @POST
    @Path("/{id}/acknowledgement")
    @RolesAllowed("platform")
    @Operation(
            operationId = "acknowledgeOrder",
            summary = "Acknowledge an order",
            description = "Proves receipt, from which the clocks run. To acknowledge again changes nothing.")
    public OrderView acknowledge(
            @Parameter(description = "The order's id.") @RestPath UUID id,
            @Valid @Nullable AcknowledgementRequest request) {
        Caller platform = callers.current();
        answers.acknowledge(id, request == null ? null : request.reference(), Actor.of(platform));
        return orders.one(platform.party(), id);
    }

    @POST
    @Path("/{id}/answer")
    @RolesAllowed("platform")
    @Operation(
            operationId = "answerOrder",
            summary = "Say what was done, per locator",
            description =
                    "Implies the acknowledgement. Several answers may make up the whole; the same answer again changes nothing.")
    public OrderView answer(
            @Parameter(description = "The order's id.") @RestPath UUID id, @Valid @NotNull AnswerRequest request) {
        Caller platform = callers.current();
        answers.answer(id, request, Actor.of(platform));
        return orders.one(platform.party(), id);
    }

    @POST
    @Path("/{id}/service")
    @RolesAllowed("officer")
    @Operation(
            operationId = "serveOrder",
            summary = "Record that an order was served by another channel",
            description = "An act of a person, who gives the proof of receipt and its time.")
    public OrderView serve(
            @Parameter(description = "The order's id.") @RestPath UUID id, @Valid @NotNull ServiceRequest request) {
        Actor by = Actor.of(callers.person());
        services.served(id, request.route(), request.proof(), request.servedAt(), by);
        return orders.one(null, id);
    }

    @POST
    @Path("/{id}/check")
    @RolesAllowed("officer")
    @Operation(
            operationId = "checkOrder",
            summary = "Record what was found at the locators",
            description =
                    "An act of a person, after the platform has answered; the order is closed when every locator is settled.")
    public OrderView check(
            @Parameter(description = "The order's id.") @RestPath UUID id, @Valid @NotNull CheckRequest request) {
        checks.check(id, request, Actor.of(callers.person()));
        return orders.one(null, id);
    }

    /** The party whose orders the caller may read; null for the desk, which reads all. */
    private @Nullable String reader() {
        Caller caller = callers.current();
        return caller.hasAny(DESK) ? null : caller.party();
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
