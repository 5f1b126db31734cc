// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

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

/** Outages: when Siaga was not there, so that nobody is late by it. */
@Path("/v1/outages")
@RunOnVirtualThread
@Tag(name = "Outages")
public class OutageResource {

    private final RecordOutage outages;
    private final Idempotency idempotency;
    private final Callers callers;

    OutageResource(RecordOutage outages, Idempotency idempotency, Callers callers) {
        this.outages = outages;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** A page of outages, the latest first. */
    public record OutagePage(
            @Size(max = 200) List<Outage> outages, @Nullable String next) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listOutages",
            summary = "Outages, the latest first",
            description = "Those that Siaga noticed itself, and those that operators recorded.")
    public OutagePage outages(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Place after = Place.of(cursor);
        List<Outage> read = outages.page(after.endedAt, after.id, limit + 1);
        return read.size() <= limit
                ? new OutagePage(read, null)
                : new OutagePage(read.subList(0, limit), Place.of(read.get(limit - 1)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "getOutage",
            summary = "An outage",
            description = "And whether the clocks that it met have been extended.")
    public Outage outage(@Parameter(description = "The outage's id.") @RestPath UUID id) {
        return outages.one(id);
    }

    @POST
    @RolesAllowed("operator")
    @APIResponse(
            responseCode = "201",
            description = "The clocks that it met are being extended; until they are, none is fired.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Outage.class)))
    @Operation(
            operationId = "recordOutage",
            summary = "Record an outage",
            description =
                    "An act of a person, for what Siaga cannot have noticed itself. Every clock that ran meanwhile, of those"
                            + " who could not act, is due later by as much, once. What has been fired stays fired.")
    public Response record(@Valid @NotNull OutageRequest request) {
        Actor by = Actor.of(callers.person());
        return idempotency.once(() -> {
            Outage outage = outages.record(request, by);
            return Answer.created("/v1/outages/" + outage.id(), outage);
        });
    }

    /** Where a page begins. */
    private record Place(
            @Nullable Instant endedAt, @Nullable UUID id) {

        static String of(Outage last) {
            return Cursor.of(last.to().toString(), last.id().toString());
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
