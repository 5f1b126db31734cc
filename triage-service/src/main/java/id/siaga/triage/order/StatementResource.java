// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.statement.StatementOfReasons;
import id.siaga.web.Caller;
import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Reasons for what was done, for machines to read. */
@Path("/v1/orders/{id}/statement-of-reasons")
@RunOnVirtualThread
@Tag(name = "Orders")
public class StatementResource {

    private static final Set<String> DESK = Set.of("officer", "approver", "auditor", "operator");

    private final StateReasons reasons;
    private final Callers callers;

    StatementResource(StateReasons reasons, Callers callers) {
        this.reasons = reasons;
        this.callers = callers;
    }

    /** One statement for each locator that the platform restricted. */
    public record StatementList(List<StatementOfReasons> statements) {}

    @GET
    @RolesAllowed({"platform", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getStatementOfReasons",
            summary = "The reasons for what a platform did, in the words of the DSA Transparency Database",
            description = "One statement for each locator that was restricted, none for one that was gone, not found or"
                    + " refused. Members are those of its API, in camel case, and codes are its codes. What the platform"
                    + " alone knows, such as the language of the content, is for it to add.")
    public StatementList statements(@Parameter(description = "The order's id.") @RestPath UUID id) {
        Caller caller = callers.current();
        return new StatementList(reasons.of(caller.hasAny(DESK) ? null : caller.party(), id));
    }
}
