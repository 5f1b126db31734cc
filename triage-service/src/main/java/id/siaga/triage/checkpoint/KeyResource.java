// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The keys by which checkpoints are verified. */
@Path("/.well-known/jwks.json")
public class KeyResource {

    private final SigningKeys keys;

    KeyResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** The keys by which checkpoints were signed. */
    public record KeySet(List<SigningKeys.PublicJwk> keys) {}

    /** Not in the API's document, which lets nobody in without a token: whoever holds a signature may verify it. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public KeySet keys() {
        return new KeySet(keys.published());
    }
}
