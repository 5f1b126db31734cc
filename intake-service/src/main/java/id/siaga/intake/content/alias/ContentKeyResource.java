// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import id.siaga.intake.content.ContentKeys;
import id.siaga.intake.content.Reading;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Limited;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows how a link would be read, without a report. */
@Path("/v1/content-keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Limited
@Tag(name = "Content")
class ContentKeyResource {

    private final ContentKeys keys;
    private final Aliases aliases;

    ContentKeyResource(ContentKeys keys, Aliases aliases) {
        this.keys = keys;
        this.aliases = aliases;
    }

    @GET
    @RolesAllowed({"reporter", "authority", "officer", "approver", "platform", "partner", "auditor", "operator"})
    @Operation(
            operationId = "readContentKey",
            summary = "See how a link or a text is read",
            description = "Give exactly one of url and text. Nothing is stored, and nothing is fetched: a short link is"
                    + " only named.")
    @APIResponse(
            responseCode = "200",
            description = "The content key, and what stands for the same content.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContentKeyView.class)))
    public ContentKeyView read(
            @Parameter(description = "A link in any spelling.") @QueryParam("url") @Size(min = 1, max = 4096) @Nullable
                    String url,
            @Parameter(description = "The text of a forwarded message.")
                    @QueryParam("text")
                    @Size(min = 1, max = 10000)
                    @Nullable
                    String text) {
        if ((url == null) == (text == null)) {
            throw new InvalidRequest("query:url", "give exactly one of url and text");
        }
        Reading reading = url != null ? keys.ofUrl(url) : keys.ofText(Objects.requireNonNull(text));
        return switch (reading) {
            case Reading.Keyed keyed -> view(keyed);
            case Reading.Refused refused ->
                throw new InvalidRequest(url != null ? "query:url" : "query:text", refused.reason());
        };
    }

    private ContentKeyView view(Reading.Keyed keyed) {
        String key = keyed.key().text();
        return ContentKeyView.of(keyed, aliases.resolve(List.of(key)).getOrDefault(key, key));
    }
}
