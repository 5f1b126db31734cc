// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A text that the chain only commits to. Without its salt nobody can find it again by trying, so that both are erased
 * together and the chain still stands.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: the salt goes to and from the database as it is.
record SaltedText(byte[] salt, String text) {

    private static final int SALT = 32;
    private static final String HMAC = "HmacSHA256";

    static SaltedText of(String text, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new SaltedText(salt, text);
    }

    /** HMAC-SHA-256 of the text under its salt. */
    byte[] commitment() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(salt, HMAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC-SHA-256", e);
        }
    }

    boolean keeps(byte[] commitment) {
        return salt.length > 0 && Arrays.equals(commitment(), commitment);
    }
}
