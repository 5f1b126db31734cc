// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import id.siaga.web.Revision;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** Where parties say where they want to be told. */
@Path("/v1/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Endpoints")
public class EndpointResource {

    private final RegisterEndpoint register;
    private final FindEndpoints find;
    private final EditEndpoint edit;
    private final EndEndpoint end;
    private final Idempotency idempotency;
    private final Callers callers;

    EndpointResource(
            RegisterEndpoint register,
            FindEndpoints find,
            EditEndpoint edit,
            EndEndpoint end,
            Idempotency idempotency,
            Callers callers) {
        this.register = register;
        this.find = find;
        this.edit = edit;
        this.end = end;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority", "platform", "partner"})
    @Operation(
            operationId = "registerEndpoint",
            summary = "Register an endpoint",
            description = "It is told nothing before its URL has answered the challenge that it is sent at once."
                    + " The answer is the only place where the secret is shown; a repeat with the same"
                    + " Idempotency-Key and body is given the same answer for 48 hours.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = RegisteredEndpoint.class)))
    public Response register(@NotNull(message = "a body is required") @Valid EndpointRequest request) {
        return idempotency.once(() -> {
            RegisteredEndpoint endpoint = register.register(callers.current(), request);
            return Answer.created("/v1/endpoints/" + endpoint.id(), endpoint);
        });
    }

    @GET
    @RolesAllowed({"reporter", "authority", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "listEndpoints",
            summary = "List the party's endpoints, the newest first",
            description = "Without their secrets. The auditor and the operator see those of all parties.")
    public EndpointPage list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return find.list(callers.current(), limit, cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"reporter", "authority", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "getEndpoint",
            summary = "One endpoint, without its secret",
            description = "Its party's, or anybody's for the auditor and the operator. Its ETag is what you send as"
                    + " If-Match when you change it.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    public Response get(@Parameter(description = "The endpoint's id.") @RestPath UUID id) {
        EndpointView endpoint = find.get(callers.current(), id);
        return Revision.answer(endpoint, endpoint.revision());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority", "platform", "partner"})
    @Operation(
            operationId = "putEndpoint",
            summary = "Change an endpoint",
            description =
                    "The whole of it is replaced, except that a header's value sent back as *** stays what it was."
                            + " What waits for the endpoint already is not filtered anew. A new URL is taken up when it has"
                            + " answered a challenge, and until then the old one is used; sending the present URL takes a new one"
                            + " back.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint as it is now",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    public Response put(
            @Parameter(description = "The endpoint's id.") @RestPath UUID id,
            @Parameter(description = "The ETag of what you change.")
                    @HeaderParam("If-Match")
                    @Size(max = Revision.LONGEST)
                    @Nullable
                    String ifMatch,
            @NotNull(message = "a body is required") @Valid EndpointRequest request) {
        EndpointView endpoint = edit.edit(callers.current(), id, request, Revision.condition(ifMatch, null));
        return Revision.answer(endpoint, endpoint.revision());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"reporter", "authority", "platform", "partner", "operator"})
    @Operation(
            operationId = "deleteEndpoint",
            summary = "Delete an endpoint",
            description = "What waits for it is cancelled; a request already on its way is let finish.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@Parameter(description = "The endpoint's id.") @RestPath UUID id) {
        end.delete(callers.current(), id);
    }
}
