// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.stream;

import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happens at the desk, as it happens. */
@Path("/v1/stream")
@RunOnVirtualThread
@Tag(name = "Stream")
public class StreamResource {

    private final WatchDesk watching;
    private final Callers callers;

    StreamResource(WatchDesk watching, Callers callers) {
        this.watching = watching;
        this.callers = callers;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "watchDesk",
            summary = "Changes of cases, orders and clocks, as they happen",
            description =
                    "Server-sent events. Each says that something has changed, and its id is where to go on from, at"
                            + " any replica, for an hour. The connection ends with the token.")
    @APIResponse(
            responseCode = "200",
            description = "Events: ready, change, reload. The data of a change is this.",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = Change.class)))
    public void watch(
            @Context SseEventSink sink,
            @Context Sse sse,
            @Parameter(description = "The id of the last event that was read.")
                    @HeaderParam("Last-Event-ID")
                    @Size(max = 40)
                    @Nullable
                    String last)
            throws InterruptedException {
        watching.tell(sink, sse, callers.current(), last == null ? null : Position.parse(last), callers.tokenEnd());
    }
}
