// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.web.InvalidRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The digest that names a file. */
final class Sha256 {

    static final String FORM = "[0-9a-f]{64}";

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private Sha256(byte[] bytes) {
        this.bytes = bytes;
    }

    static Sha256 of(byte[] digest) {
        return new Sha256(digest.clone());
    }

    /** The digest in a path; one spelling only, so that one file has one address. */
    static Sha256 inPath(String hex) {
        if (!hex.matches(FORM)) {
            throw new InvalidRequest("path:sha256", "must be 64 lower-case hexadecimal digits");
        }
        return new Sha256(HexFormat.of().parseHex(hex, 0, 2 * LENGTH));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** As RFC 9530 writes it in {@code Repr-Digest}. */
    String structured() {
        return "sha-256=:" + Base64.getEncoder().encodeToString(bytes) + ":";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
