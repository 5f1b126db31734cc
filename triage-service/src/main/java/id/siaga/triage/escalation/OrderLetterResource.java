// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

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

/** The letters that one order has led to. */
@Path("/v1/orders/{id}/letters")
@RunOnVirtualThread
@Tag(name = "Escalation")
public class OrderLetterResource {

    private static final Set<String> DESK = Set.of("officer", "approver", "auditor", "operator");

    private final ReadLetters letters;
    private final Callers callers;

    OrderLetterResource(ReadLetters letters, Callers callers) {
        this.letters = letters;
        this.callers = callers;
    }

    /** The letters of an order, in their order. */
    public record LetterList(List<LetterView> letters) {}

    @GET
    @RolesAllowed({"platform", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listLetters",
            summary = "The letters of an order, in their order",
            description = "A platform sees those that it was sent; the desk and the auditor see drafts as well.")
    public LetterList list(@Parameter(description = "The order's id.") @RestPath UUID id) {
        Caller caller = callers.current();
        return new LetterList(letters.of(caller.hasAny(DESK) ? null : caller.party(), id));
    }
}
