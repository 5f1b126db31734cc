// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Cursor;
import id.siaga.web.Idempotency;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Text;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a service says what it knows, for whoever holds it against what another one knows. */
@Path("/v1/books")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reconciliation")
public class BookResource {

    private static final String BOOK = "The book's name.";
    private static final String NAME = "^[a-z-]+$";
    private static final String FROM = "The time in the first id that is wanted, an RFC 3339 time.";
    private static final String TO = "The time in the first id that is not wanted any more, an RFC 3339 time.";
    private static final String BEGINNING = "1970-01-01T00:00:00Z";
    private static final String END = "2500-01-01T00:00:00Z";
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_TIME = 35;

    private final Books books;
    private final Restate restate;
    private final Idempotency idempotency;
    private final Callers callers;

    BookResource(Books books, Restate restate, Idempotency idempotency, Callers callers) {
        this.books = books;
        this.restate = restate;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({"auditor", "operator"})
    @Operation(
            operationId = "listBooks",
            summary = "Which books the service keeps, and what is on its way",
            description =
                    "What was known at a time is with the others when everything until that time is published, and they"
                            + " have taken what lay in the topics then.")
    public BookStanding standing() {
        return books.standing();
    }

    @GET
    @Path("/{book}/digests")
    @RolesAllowed({"auditor", "operator"})
    @Operation(
            operationId = "listBookDigests",
            summary = "What a book says, in short",
            description =
                    "One digest for each span of time in which there is anything, at most 1500 spans. Where two services"
                            + " know the same, their digests are the same.")
    public BookDigestList digests(
            @Parameter(description = BOOK) @RestPath @Size(max = LONGEST_NAME) @Pattern(regexp = NAME) String book,
            @Parameter(description = FROM) @QueryParam("from") @DefaultValue(BEGINNING) @Size(max = LONGEST_TIME)
                    String from,
            @Parameter(description = TO) @QueryParam("to") @DefaultValue(END) @Size(max = LONGEST_TIME) String to,
            @Parameter(description = "How long a span is, in seconds.")
                    @QueryParam("step")
                    @DefaultValue("86400")
                    @Min(60)
                    @Max(86_400)
                    int step) {
        Instant begin = time("query:from", from);
        Instant end = end(time("query:to", to), begin, Duration.ofSeconds(step));
        return new BookDigestList(books.digests(books.named(book), begin, end, Duration.ofSeconds(step)));
    }

    @GET
    @Path("/{book}/entries")
    @RolesAllowed({"auditor", "operator"})
    @Operation(
            operationId = "listBookEntries",
            summary = "What a book says, thing by thing",
            description = "In the order of their ids. Of nobody and nothing more is told than ids, states and numbers.")
    public BookEntryPage entries(
            @Parameter(description = BOOK) @RestPath @Size(max = LONGEST_NAME) @Pattern(regexp = NAME) String book,
            @Parameter(description = FROM) @QueryParam("from") @DefaultValue(BEGINNING) @Size(max = LONGEST_TIME)
                    String from,
            @Parameter(description = TO) @QueryParam("to") @DefaultValue(END) @Size(max = LONGEST_TIME) String to,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID begin = cursor == null ? Books.first(time("query:from", from)) : Books.after(place(cursor));
        UUID end = Books.first(time("query:to", to));
        List<BookEntry> page = books.entries(books.named(book), begin, end, limit + 1);
        return page.size() <= limit
                ? new BookEntryPage(page, null)
                : new BookEntryPage(
                        page.subList(0, limit),
                        Cursor.of(page.get(limit - 1).id().toString()));
    }

    @POST
    @Path("/{book}/restatements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    @Operation(
            operationId = "restateBook",
            summary = "Have things told again, as they are now",
            description =
                    "By events under numbers that are higher than any that was seen; only by the service whose things they"
                            + " are. Who wanted it and why is kept.")
    @APIResponse(
            responseCode = "201",
            description = "It is on its way.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RestatementView.class)))
    public Response restate(
            @Parameter(description = BOOK) @RestPath @Size(max = LONGEST_NAME) @Pattern(regexp = NAME) String book,
            @Valid @NotNull RestatementRequest request) {
        return idempotency.once(
                () -> Answer.created("/v1/books/" + book, restate.restate(book, request, callers.current())));
    }

    private static Instant end(Instant to, Instant from, Duration step) {
        Instant most = from.plus(step.multipliedBy(BookDigestList.MOST));
        return to.isAfter(most) ? most : to;
    }

    private static Instant time(String name, String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.isBefore(Instant.EPOCH)) {
                throw new DateTimeException(text);
            }
            return time;
        } catch (DateTimeException e) {
            throw new InvalidRequest(name, Text.of("is not a valid {0}", Text.of("RFC 3339 time in UTC")));
        }
    }

    private static UUID place(String cursor) {
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
