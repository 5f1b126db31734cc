// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import id.siaga.triage.record.Actor;
import id.siaga.web.Callers;
import id.siaga.web.Cursor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Appeals as the desk reads and decides them. */
@Path("/v1/appeals")
@RunOnVirtualThread
@Tag(name = "Appeals")
public class AppealResource {

    private final DecideAppeal decisions;
    private final ReadAppeals appeals;
    private final Callers callers;

    AppealResource(DecideAppeal decisions, ReadAppeals appeals, Callers callers) {
        this.decisions = decisions;
        this.appeals = appeals;
        this.callers = callers;
    }

    /** What is decided about an appeal. */
    public enum Verdict {
        UPHELD,
        REJECTED
    }

    /**
     * How the appellant is answered.
     *
     * @param answer read by the appellant, and by the platform
     */
    public record VerdictRequest(
            @NotNull Verdict verdict,
            @NotBlank @Size(max = 5000) String answer) {}

    /** A page of appeals, the latest first. */
    public record AppealPage(
            @Size(max = 200) List<AppealView> appeals,
            @Nullable String next) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listAppeals",
            summary = "Appeals, the latest first",
            description = "By platforms and by owners of content.")
    public AppealPage page(
            @Parameter(description = "Only appeals with this status.") @QueryParam("status") @Nullable
                    AppealStatus status,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<AppealView> read = appeals.page(status, after(cursor), limit + 1).stream()
                .map(AppealView::of)
                .toList();
        return read.size() <= limit
                ? new AppealPage(read, null)
                : new AppealPage(
                        read.subList(0, limit),
                        Cursor.of(read.get(limit - 1).id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getAppeal",
            summary = "An appeal",
            description = "Who appeals against what and why, and what became of it.")
    public AppealView one(@Parameter(description = "The appeal's id.") @RestPath UUID id) {
        return AppealView.of(appeals.one(id));
    }

    @POST
    @Path("/{id}/verdict")
    @RolesAllowed("approver")
    @Operation(
            operationId = "decideAppeal",
            summary = "Decide an appeal",
            description =
                    "An act of a person who took no part in the case. When it is upheld the decision is reversed, its orders"
                            + " are withdrawn, and platforms are asked to undo what they did.")
    public AppealView decide(
            @Parameter(description = "The appeal's id.") @RestPath UUID id, @Valid @NotNull VerdictRequest request) {
        AppealStatus next =
                switch (request.verdict()) {
                    case UPHELD -> AppealStatus.UPHELD;
                    case REJECTED -> AppealStatus.REJECTED;
                };
        return AppealView.of(decisions.decide(id, next, request.answer(), Actor.of(callers.person())));
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
