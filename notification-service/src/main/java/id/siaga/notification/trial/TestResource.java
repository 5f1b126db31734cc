// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.trial;

import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where an owner has its endpoint tested. */
@Path("/v1/endpoints/{id}/tests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Endpoints")
public class TestResource {

    private final TestEndpoint test;
    private final Idempotency idempotency;
    private final Callers callers;

    TestResource(TestEndpoint test, Idempotency idempotency, Callers callers) {
        this.test = test;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    @POST
    @RolesAllowed({"reporter", "authority", "platform", "partner", "operator"})
    @Operation(
            operationId = "testEndpoint",
            summary = "Send an endpoint a test event",
            description = "An event id.siaga.endpoint.tested.v1 is queued, signed, repeated and logged as every other,"
                    + " whatever event types and filters the endpoint has. The endpoint must be ACTIVE.")
    @APIResponse(
            responseCode = "201",
            description = "Queued",
            content = @Content(schema = @Schema(implementation = TestView.class)))
    public Response test(@Parameter(description = "The endpoint's id.") @RestPath UUID id) {
        return idempotency.once(
                () -> Answer.created("/v1/endpoints/" + id + "/deliveries", test.test(callers.current(), id)));
    }
}
