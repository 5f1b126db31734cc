// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import jakarta.validation.constraints.Size;
import java.util.Base64;

/**
 * The public half of a key, as RFC 8037 writes it.
 *
 * @param whpk the same key as Standard Webhooks spells it
 */
public record PublicKeyView(
        @Size(max = 3) String kty,
        @Size(max = 7) String crv,
        @Size(max = 3) String use,
        @Size(max = 5) String alg,
        @Size(max = 100) String kid,
        @Size(max = 43) String x,
        @Size(max = 49) String whpk) {

    static PublicKeyView of(String kid, byte[] key) {
        return new PublicKeyView(
                "OKP",
                "Ed25519",
                "sig",
                "EdDSA",
                kid,
                Base64.getUrlEncoder().withoutPadding().encodeToString(key),
                "whpk_" + Base64.getEncoder().encodeToString(key));
    }
}
