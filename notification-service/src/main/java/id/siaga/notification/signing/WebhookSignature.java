// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signatures of Standard Webhooks, over id, timestamp and the exact bytes of the body. */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * A signature by HMAC-SHA256, as it stands in the header {@code webhook-signature}.
     *
     * @param timestamp seconds since the epoch, the same as in the header {@code webhook-timestamp}
     */
    public static String v1(SigningSecret secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update(head(id, timestamp));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** As above, by Ed25519. */
    public static String v1a(PrivateKey key, String id, long timestamp, byte[] body) {
        byte[] head = head(id, timestamp);
        byte[] signed = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, signed, head.length, body.length);
        return "v1a," + Base64.getEncoder().encodeToString(Ed25519.sign(key, signed));
    }

    private static byte[] head(String id, long timestamp) {
        return (id + "." + timestamp + ".").getBytes(UTF_8);
    }
}
