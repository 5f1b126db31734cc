// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.roster;

import id.siaga.triage.record.Actor;
import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Cursor;
import id.siaga.web.Idempotency;
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
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
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

/** Shifts: who is on duty at the desk, until when, and what they leave to whoever comes next. */
@Path("/v1/shifts")
@RunOnVirtualThread
@Tag(name = "Shifts")
public class ShiftResource {

    private final Roster roster;
    private final Idempotency idempotency;
    private final Callers callers;

    ShiftResource(Roster roster, Idempotency idempotency, Callers callers) {
        this.roster = roster;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** Until when others can count on you, within the next 16 hours. */
    public record ShiftRequest(@NotNull Instant until) {}

    /** What whoever comes next has to know. */
    public record HandoverRequest(
            @NotBlank @Size(max = 5000) String note) {}

    /** A page of shifts, the latest first. */
    public record ShiftPage(
            @Size(max = 200) List<ShiftView> shifts,
            @Nullable String next) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listShifts",
            summary = "Shifts, the latest first",
            description = "With what was handed over at the end of each.")
    public ShiftPage shifts(
            @Parameter(description = "Only those who are on duty now, all of them.")
                    @QueryParam("onDuty")
                    @DefaultValue("false")
                    boolean onDuty,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (onDuty) {
            return new ShiftPage(
                    roster.onDuty().stream().limit(limit).map(ShiftView::of).toList(), null);
        }
        Place after = Place.of(cursor);
        List<ShiftView> read = roster.page(after.startedAt, after.id, limit + 1).stream()
                .map(ShiftView::of)
                .toList();
        return read.size() <= limit
                ? new ShiftPage(read, null)
                : new ShiftPage(read.subList(0, limit), Place.of(read.get(limit - 1)));
    }

    @POST
    @RolesAllowed({"officer", "approver"})
    @APIResponse(
            responseCode = "201",
            description = "You are on duty.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ShiftView.class)))
    @Operation(
            operationId = "beginShift",
            summary = "Come on duty",
            description =
                    "An act of a person. As long as nobody is on duty after the first shift, the desk's parties are"
                            + " told so by desk.unstaffed.")
    public Response begin(@Valid @NotNull ShiftRequest request) {
        Actor by = Actor.of(callers.person());
        return idempotency.once(() -> {
            Shift shift = roster.begin(request.until(), by);
            return Answer.created("/v1/shifts/" + shift.id(), ShiftView.of(shift));
        });
    }

    @POST
    @Path("/{id}/prolongation")
    @RolesAllowed({"officer", "approver"})
    @Operation(
            operationId = "prolongShift",
            summary = "Stay on duty longer, or not as long",
            description = "An act of the person whose shift it is.")
    public ShiftView prolong(
            @Parameter(description = "The shift's id.") @RestPath UUID id, @Valid @NotNull ShiftRequest request) {
        return ShiftView.of(roster.prolong(id, request.until(), Actor.of(callers.person())));
    }

    @POST
    @Path("/{id}/handover")
    @RolesAllowed({"officer", "approver"})
    @Operation(
            operationId = "handOverShift",
            summary = "Hand over",
            description = "An act of the person whose shift it is; the note stays as it was written first.")
    public ShiftView handOver(
            @Parameter(description = "The shift's id.") @RestPath UUID id, @Valid @NotNull HandoverRequest request) {
        return ShiftView.of(roster.handOver(id, request.note(), Actor.of(callers.person())));
    }

    /** Where a page begins. */
    private record Place(
            @Nullable Instant startedAt, @Nullable UUID id) {

        static String of(ShiftView last) {
            return Cursor.of(last.startedAt().toString(), last.id().toString());
        }

        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(null, null);
            }
            List<String> parts = Cursor.parse(cursor, 2);
            try {
                return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Cursor.refused();
            }
        }
    }
}
