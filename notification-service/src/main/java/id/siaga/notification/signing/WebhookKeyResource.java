// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The keys by which signatures of scheme v1a are verified. */
@Path("/.well-known/webhook-keys")
public class WebhookKeyResource {

    private final ServiceKeys keys;

    WebhookKeyResource(ServiceKeys keys) {
        this.keys = keys;
    }

    /** A JWK set. */
    public record KeySet(List<PublicKeyView> keys) {}

    /** Not in the API's document, which lets nobody in without a token: whoever holds a signature may verify it. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public KeySet keys() {
        return new KeySet(keys.published());
    }
}
