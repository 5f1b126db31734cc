// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import java.security.SecureRandom;
import java.util.Base64;

/** The symmetric secret of one endpoint, as Standard Webhooks spells it: {@code whsec_} and base64. */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    public static SigningSecret random(SecureRandom random) {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        return new SigningSecret(key);
    }

    public static SigningSecret of(byte[] key) {
        return new SigningSecret(key.clone());
    }

    /**
     * Reads the form above.
     *
     * @throws IllegalArgumentException when the text is in another
     */
    public static SigningSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret starts with " + PREFIX);
        }
        return new SigningSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    public byte[] key() {
        return key.clone();
    }

    /** The form that the endpoint's owner is shown, once. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
