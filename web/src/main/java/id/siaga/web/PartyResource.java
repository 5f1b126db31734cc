// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who is let into this service; each service has its own word on it. */
@Path("/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Parties")
public class PartyResource {

    static final int LARGEST_PAGE = 200;

    /** Neither a comma nor {@code *}, which mean something in audiences. */
    private static final String NAME = "[a-z0-9][a-z0-9-]*";

    private final ReadParties parties;
    private final SetStanding standing;
    private final Callers callers;

    PartyResource(ReadParties parties, SetStanding standing, Callers callers) {
        this.parties = parties;
        this.standing = standing;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({"operator", "auditor"})
    @Operation(
            operationId = "listParties",
            summary = "The parties that this service knows, by name",
            description = "Those of its settings, and those that operators have admitted.")
    @APIResponse(
            responseCode = "200",
            description = "Some parties, and where to go on.",
            content = @Content(schema = @Schema(implementation = PartyPage.class)))
    public PartyPage list(
            @Parameter(description = "How many at most.")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(LARGEST_PAGE)
                    int limit,
            @Parameter(description = "Where the page before has ended.")
                    @QueryParam("cursor")
                    @Size(max = Cursor.LONGEST)
                    @Nullable
                    String cursor) {
        return parties.page(limit, cursor);
    }

    @GET
    @Path("/{party}")
    @RolesAllowed({"operator", "auditor"})
    @Operation(
            operationId = "readParty",
            summary = "How a party stands, and who said so when and why",
            description = "A party that only the service's settings know is admitted, and nothing was said of it.")
    @APIResponse(
            responseCode = "200",
            description = "The party.",
            content = @Content(schema = @Schema(implementation = PartyView.class)))
    public PartyView read(
            @Parameter(description = "The party's name.")
                    @RestPath
                    @Pattern(regexp = NAME)
                    @Size(max = Caller.LONGEST_PARTY)
                    String party) {
        return parties.one(party);
    }

    @PUT
    @Path("/{party}/standing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    @Operation(
            operationId = "setStanding",
            summary = "Admit or suspend a party, or let it leave",
            description =
                    "Whoever acts for a party that is not admitted is 401 within seconds, also with a token that was"
                            + " good before. To say again what holds already changes nothing. Who has left does not come back.")
    @APIResponse(
            responseCode = "200",
            description = "The party as it is now.",
            content = @Content(schema = @Schema(implementation = PartyView.class)))
    public PartyView set(
            @Parameter(description = "The party's name.")
                    @RestPath
                    @Pattern(regexp = NAME)
                    @Size(max = Caller.LONGEST_PARTY)
                    String party,
            @Valid @Nullable StandingRequest request) {
        if (request == null) {
            throw new InvalidRequest("", "a body is required");
        }
        standing.set(callers.current(), party, request);
        return parties.one(party);
    }
}
