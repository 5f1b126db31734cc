// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** SHA-256 over fields of which each can be told from its neighbours; numbers are big-endian. */
final class Digested {

    private final MessageDigest digest;

    Digested() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** Its length in four bytes, then the bytes. */
    Digested part(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    Digested part(String text) {
        return part(text.getBytes(UTF_8));
    }

    /** One byte that says whether there is anything, then as a part; nothing is a part without bytes. */
    Digested optional(byte @Nullable [] bytes) {
        digest.update((byte) (bytes == null ? 0 : 1));
        return part(bytes == null ? new byte[0] : bytes);
    }

    /** Eight bytes. */
    Digested number(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    /** Microseconds since 1970, as the database keeps them. */
    Digested time(Instant at) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    byte[] sha256() {
        return digest.digest();
    }
}
