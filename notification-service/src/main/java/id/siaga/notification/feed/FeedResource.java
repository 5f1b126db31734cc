// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import id.siaga.web.Admission;
import id.siaga.web.Callers;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a party reads what it may know, and says that it has it, without taking any call. */
@Path("/v1/events")
@RunOnVirtualThread
@Tag(name = "Events")
public class FeedResource {

    private static final String PATTERNS = "must be patterns like noun.verb with commas between them";

    private final PullEvents pull;
    private final CommitEvents commit;
    private final StreamEvents stream;
    private final Admission admission;
    private final Callers callers;

    FeedResource(PullEvents pull, CommitEvents commit, StreamEvents stream, Admission admission, Callers callers) {
        this.pull = pull;
        this.commit = commit;
        this.stream = stream;
        this.admission = admission;
        this.callers = callers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority", "platform", "partner"})
    @Operation(
            operationId = "pullEvents",
            summary = "What the party may know, from a place on",
            description =
                    "Whether it has an endpoint or not. Read on with after=next; without after it goes on behind what"
                            + " the party has committed. Nothing is skipped, also not what is stored late; what is"
                            + " read twice has the same id. Where something that follows is no longer kept the answer"
                            + " is 410, with next from where nothing is missing.")
    public EventPage pull(
            @Parameter(description = "A next of this list, or the id of an event of the stream.")
                    @QueryParam("after")
                    @Size(max = FeedCursor.LONGEST, message = "must have at most 200 characters")
                    @Nullable
                    String after,
            @Parameter(description = "How many events at most; fewer come when they are large.")
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(EventPage.MOST)
                    int limit,
            @Parameter(
                            description =
                                    "Only these types, as endpoints name them, with commas between them. To commit"
                                            + " the next of such a page says nothing of the types that it left out.",
                            example = "order.*,report.status-changed")
                    @QueryParam("types")
                    @Size(max = TypeFilter.LONGEST, message = "must have at most 100 characters")
                    @Pattern(regexp = TypeFilter.SYNTAX, message = PATTERNS)
                    @Nullable
                    String types,
            @Parameter(description = "How many seconds to wait when there is nothing yet; the first event ends it.")
                    @QueryParam("wait")
                    @DefaultValue("0")
                    @Min(0)
                    @Max(30)
                    int wait)
            throws InterruptedException {
        FeedReader reader = FeedReader.of(callers.current());
        EventPage page = pull.pull(reader, after, TypeFilter.of(types), limit, Duration.ofSeconds(wait));
        if (!admission.admits(callers.current())) {
            // It has waited, and its party was suspended meanwhile.
            throw new UnauthorizedException();
        }
        return page;
    }

    @POST
    @Path("/commit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reporter", "authority", "platform", "partner"})
    @Operation(
            operationId = "commitEvents",
            summary = "Say that the party has what it pulled",
            description =
                    "All up to this place. For an order that is proof of receipt, by which its limits start to run."
                            + " A place before one that was committed changes nothing.")
    public CommitView commit(@NotNull(message = "a body is required") @Valid CommitRequest request) {
        return commit.commit(FeedReader.of(callers.current()), FeedCursor.parse(request.after(), "/after"));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"reporter", "authority", "platform", "partner"})
    @Operation(
            operationId = "watchEvents",
            summary = "What the party may know, as it comes",
            description =
                    "Server-sent events, without a gap from the place on that the last id names, at any replica; without"
                            + " one from behind what the party has committed. The connection ends with the token. 410 is as in"
                            + " GET /v1/events.")
    @APIResponse(
            responseCode = "200",
            description = "Events: ready, event. The data of an event is this, its id a cursor.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = CloudEvent.class)))
    public void watch(
            @Context SseEventSink sink,
            @Context Sse sse,
            @Parameter(description = "The id of the last event that was read.")
                    @HeaderParam("Last-Event-ID")
                    @Size(max = FeedCursor.LONGEST, message = "must have at most 200 characters")
                    @Nullable
                    String last,
            @Parameter(description = "The same, for who cannot send the header; it is read when there is none.")
                    @QueryParam("after")
                    @Size(max = FeedCursor.LONGEST, message = "must have at most 200 characters")
                    @Nullable
                    String after,
            @Parameter(description = "Only these types, as in GET /v1/events.", example = "order.*")
                    @QueryParam("types")
                    @Size(max = TypeFilter.LONGEST, message = "must have at most 100 characters")
                    @Pattern(regexp = TypeFilter.SYNTAX, message = PATTERNS)
                    @Nullable
                    String types)
            throws InterruptedException {
        FeedReader reader = FeedReader.of(callers.current());
        FeedPosition begin = last == null
                ? pull.begin(reader, after, "query:after")
                : pull.begin(reader, last, "header:Last-Event-ID");
        stream.tell(
                new StreamEvents.Line(sink, sse),
                callers.current(),
                new FeedCursor(begin, TypeFilter.of(types)),
                callers.tokenEnd());
    }
}
