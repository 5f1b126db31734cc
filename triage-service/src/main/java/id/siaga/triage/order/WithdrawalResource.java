// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.withdrawal.ReinstatementRequest;
import id.siaga.triage.record.Actor;
import id.siaga.web.Caller;
import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Orders that do not hold: an approver takes one back, its platform undoes it, an officer finds its content back. */
@Path("/v1/orders/{id}")
@RunOnVirtualThread
@Tag(name = "Orders")
public class WithdrawalResource {

    private final WithdrawOrders withdrawals;
    private final ReinstateContent reinstatements;
    private final DeclareReappeared reappearances;
    private final ReadOrders orders;
    private final Callers callers;

    WithdrawalResource(
            WithdrawOrders withdrawals,
            ReinstateContent reinstatements,
            DeclareReappeared reappearances,
            ReadOrders orders,
            Callers callers) {
        this.withdrawals = withdrawals;
        this.reinstatements = reinstatements;
        this.reappearances = reappearances;
        this.orders = orders;
        this.callers = callers;
    }

    /** Why the order is taken back; its platform reads it. */
    public record WithdrawalRequest(
            @NotBlank @Size(max = 2000) String reason) {}

    /**
     * What was found back.
     *
     * @param note where and how it was found; the platform reads it
     */
    public record ReappearanceRequest(
            @NotEmpty @Size(max = 1000) List<@NotNull UUID> locators,
            @NotBlank @Size(max = 2000) String note) {}

    @POST
    @Path("/withdrawal")
    @RolesAllowed("approver")
    @Operation(
            operationId = "withdrawOrder",
            summary = "Take an order back",
            description =
                    "An act of a person, at any time, also after the answer. Nothing more is to be done then; what"
                            + " the platform has done it is asked to undo within 48 hours of its receipt of that. When nothing"
                            + " else of the case stands, the case is in review again. The same again changes nothing.")
    public OrderView withdraw(
            @Parameter(description = "The order's id.") @RestPath UUID id, @Valid @NotNull WithdrawalRequest request) {
        withdrawals.withdraw(id, request.reason(), Actor.of(callers.person()));
        return orders.one(null, id);
    }

    @POST
    @Path("/reinstatement")
    @RolesAllowed("platform")
    @Operation(
            operationId = "reinstateContent",
            summary = "Say what was undone, per locator",
            description = "After a withdrawal, for the locators that it asks to reinstate. Several requests may make up"
                    + " the whole; the same again changes nothing.")
    public OrderView reinstate(
            @Parameter(description = "The order's id.") @RestPath UUID id,
            @Valid @NotNull ReinstatementRequest request) {
        Caller platform = callers.current();
        reinstatements.reinstate(id, request, Actor.of(platform));
        return orders.one(platform.party(), id);
    }

    @POST
    @Path("/reappearance")
    @RolesAllowed("officer")
    @Operation(
            operationId = "declareReappeared",
            summary = "Say that content is found back",
            description = "An act of a person, after the answer. The case is in review again, and what was reported of"
                    + " this content meanwhile counts as looked at. The platform is asked anew only by another decision."
                    + " Locators that were declared back before change nothing.")
    public OrderView reappear(
            @Parameter(description = "The order's id.") @RestPath UUID id,
            @Valid @NotNull ReappearanceRequest request) {
        reappearances.declare(id, request.locators(), request.note(), Actor.of(callers.person()));
        return orders.one(null, id);
    }
}
