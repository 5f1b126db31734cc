// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import id.siaga.triage.record.Actor;
import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Cursor;
import id.siaga.web.Idempotency;
import id.siaga.web.Revision;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The directory: who answers for a platform, how it is reached, and what it has promised. */
@Path("/v1/platforms")
@RunOnVirtualThread
@Tag(name = "Platforms")
public class PlatformResource {

    private static final int LONGEST_CODE = 63;

    private final EditDirectory directory;
    private final Idempotency idempotency;
    private final Callers callers;

    PlatformResource(EditDirectory directory, Idempotency idempotency, Callers callers) {
        this.directory = directory;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** The whole directory. */
    public record PlatformList(List<PlatformView> platforms) {}

    /** A page of what an entry was, the latest first. */
    public record PlatformHistory(
            @Size(max = 200) List<PlatformView> versions,
            @Nullable String next) {}

    @GET
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listPlatforms",
            summary = "The platform directory, by codes",
            description = "Who answers for each platform, how it is reached, and what it has promised.")
    public PlatformList platforms() {
        return new PlatformList(directory.all());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @APIResponse(
            responseCode = "200",
            description = "The entry as it is.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlatformView.class)))
    @Operation(
            operationId = "getPlatform",
            summary = "An entry of the platform directory",
            description = "Its ETag is what you send as If-Match when you change it.")
    public Response platform(
            @Parameter(description = "The platform's code, as in content keys.") @RestPath @Size(max = LONGEST_CODE)
                    String code) {
        PlatformView platform = directory.one(code);
        return Revision.answer(platform, platform.version());
    }

    @GET
    @Path("/{code}/history")
    @RolesAllowed({"officer", "approver", "auditor", "operator"})
    @Operation(
            operationId = "listPlatformVersions",
            summary = "What an entry of the directory was, the latest first",
            description = "With who changed it and when; nothing of it is ever rewritten.")
    public PlatformHistory history(
            @Parameter(description = "The platform's code, as in content keys.") @RestPath @Size(max = LONGEST_CODE)
                    String code,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<PlatformView> read = directory.history(code, Cursor.number(cursor), limit + 1);
        return read.size() <= limit
                ? new PlatformHistory(read, null)
                : new PlatformHistory(
                        read.subList(0, limit),
                        Cursor.of(Long.toString(read.get(limit - 1).version())));
    }

    @POST
    @RolesAllowed("operator")
    @APIResponse(
            responseCode = "201",
            description = "The entry, with which its history begins.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlatformView.class)))
    @Operation(
            operationId = "addPlatform",
            summary = "Add a platform to the directory",
            description =
                    "An act of a person. There is somebody to ask about its content from now on; that links are read as its"
                            + " content is a matter of the rules of intake. A platform is never removed.")
    public Response add(@Valid @NotNull NewPlatform platform) {
        Actor by = Actor.of(callers.person());
        return idempotency.once(() -> {
            PlatformView added = directory.add(platform, by);
            return Answer.created("/v1/platforms/" + added.code(), added);
        });
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("operator")
    @APIResponse(
            responseCode = "200",
            description = "The entry as it is now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlatformView.class)))
    @Operation(
            operationId = "putPlatform",
            summary = "Change an entry of the platform directory",
            description =
                    "An act of a person. The whole entry is replaced, and what it was stays in its history. Orders that"
                            + " were issued keep the party that they were issued to.")
    public Response put(
            @Parameter(description = "The platform's code, as in content keys.") @RestPath @Size(max = LONGEST_CODE)
                    String code,
            @Parameter(description = "The ETag of what you change.")
                    @HeaderParam("If-Match")
                    @Size(max = Revision.LONGEST)
                    @Nullable
                    String ifMatch,
            @Valid @NotNull PlatformEntry entry) {
        Actor by = Actor.of(callers.person());
        PlatformView changed = directory.put(code, entry, Revision.condition(ifMatch, null), by);
        return Revision.answer(changed, changed.version());
    }
}
