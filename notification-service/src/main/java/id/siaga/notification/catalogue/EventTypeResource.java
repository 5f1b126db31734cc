// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.catalogue;

import id.siaga.notification.endpoint.NotificationRefusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where a party looks up what it can be told. */
@Path("/v1/event-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Event types")
public class EventTypeResource {

    private final EventTypes types;

    EventTypeResource(EventTypes types) {
        this.types = types;
    }

    @GET
    @RolesAllowed({"reporter", "authority", "officer", "approver", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "listEventTypes",
            summary = "All types of events that a party can be told",
            description = "By webhook, pull or stream: who is told is the same.")
    public EventTypeList list() {
        return new EventTypeList(types.all().stream().map(EventTypeView::of).toList());
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({"reporter", "authority", "officer", "approver", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "getEventType",
            summary = "One type of event, with schema and example",
            description = "What its data looks like, as its producer promises it.")
    public EventTypeDetails get(
            @Parameter(description = "The type, short or in full.", example = "order.issued")
                    @RestPath
                    @Size(max = 100, message = "must have at most 100 characters")
                    String name) {
        return types.find(name).map(EventTypeDetails::of).orElseThrow(NotificationRefusal.EventTypeNotFound::new);
    }
}
