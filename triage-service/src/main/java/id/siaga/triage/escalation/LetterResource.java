// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.record.Actor;
import id.siaga.web.Caller;
import id.siaga.web.Callers;
import id.siaga.web.InvalidRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Letters: drafted when a platform is late, issued by an approver. */
@Path("/v1/letters/{id}")
@RunOnVirtualThread
@Tag(name = "Escalation")
public class LetterResource {

    private static final Set<String> DESK = Set.of("officer", "approver", "auditor", "operator");

    private final ReadLetters letters;
    private final IssueLetter issues;
    private final Callers callers;

    LetterResource(ReadLetters letters, IssueLetter issues, Callers callers) {
        this.letters = letters;
        this.issues = issues;
        this.callers = callers;
    }

    /**
     * That the platform was heard: one of the two.
     *
     * @param reasonsOfPlatform why it has not acted, as it says
     * @param noneGiven that it gave no reasons
     */
    public record IssueRequest(
            @Nullable @Size(min = 1, max = 5000) String reasonsOfPlatform,
            @Nullable Boolean noneGiven) {}

    /** Why a letter is not sent. */
    public record DiscardRequest(@NotBlank @Size(max = 2000) String reason) {}

    @GET
    @RolesAllowed({"platform", "officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getLetter",
            summary = "A letter",
            description = "A platform reads what it was sent; the desk and the auditor read drafts as well.")
    public LetterView letter(@Parameter(description = "The letter's id.") @RestPath UUID id) {
        return letters.one(reader(), id);
    }

    @GET
    @Path("/html")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({"platform", "officer", "approver", "auditor", "operator"})
    @APIResponse(
            responseCode = "200",
            description = "The letter as a page.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    @Operation(
            operationId = "getLetterPage",
            summary = "A letter as a page",
            description = "A draft as it would be issued now; what was issued stays as it was.")
    public Response page(
            @Parameter(description = "The letter's id.") @RestPath UUID id,
            @Parameter(description = "In what it is written.") @QueryParam("language") @DefaultValue("ID")
                    Language language) {
        return Response.ok(letters.page(reader(), id, language), "text/html;charset=UTF-8")
                .header("Content-Language", language.code())
                .header("Content-Security-Policy", "default-src 'none'")
                .build();
    }

    @POST
    @Path("/issue")
    @RolesAllowed("approver")
    @Operation(
            operationId = "issueLetter",
            summary = "Issue a letter",
            description =
                    "An act of a person, after the platform was heard: its reasons, or that it gave none. A letter about what"
                            + " the order says needs that the platform could act now and has not; none is issued before"
                            + " an officer has weighed what the platform refuses. Told by letter.issued.")
    public LetterView issue(
            @Parameter(description = "The letter's id.") @RestPath UUID id, @Valid @NotNull IssueRequest request) {
        Actor by = Actor.of(callers.person());
        if ((request.reasonsOfPlatform() == null) != Boolean.TRUE.equals(request.noneGiven())) {
            throw new InvalidRequest("/reasonsOfPlatform", "is needed, or noneGiven");
        }
        return issues.issue(id, request.reasonsOfPlatform(), by);
    }

    @POST
    @Path("/discard")
    @RolesAllowed("approver")
    @Operation(
            operationId = "discardLetter",
            summary = "Discard a draft",
            description =
                    "An act of a person. The ladder goes no further by itself; what the letter would have imposed is waived.")
    public LetterView discard(
            @Parameter(description = "The letter's id.") @RestPath UUID id, @Valid @NotNull DiscardRequest request) {
        return issues.discard(id, request.reason(), Actor.of(callers.person()));
    }

    /** The party whose letters the caller may read; null for the desk, which reads all. */
    private @Nullable String reader() {
        Caller caller = callers.current();
        return caller.hasAny(DESK) ? null : caller.party();
    }
}
