// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** Makes the keys under which a local stack signs: triage-service checkpoints of its record, notification-service webhooks. */
public final class SigningKeys {

    private static final int LENGTH = 32;

    private SigningKeys() {}

    /** A JWK set with one new Ed25519 key pair, whose id is its thumbprint (RFC 7638). */
    public static String create() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // Both encodings end with the key itself.
            String x = base64(end(pair.getPublic().getEncoded()));
            String d = base64(end(pair.getPrivate().getEncoded()));
            String names = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
            String kid = base64(MessageDigest.getInstance("SHA-256").digest(names.getBytes(US_ASCII)));
            return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"%s\",\"d\":\"%s\"}]}"
                    .formatted(kid, x, d);
        } catch (GeneralSecurityException e) {
            throw new StackFailure("a signing key cannot be made: " + e.getMessage(), e);
        }
    }

    private static byte[] end(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
