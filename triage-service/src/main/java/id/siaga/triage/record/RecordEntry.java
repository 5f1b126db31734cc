// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One link of a case's chain, with the exact bytes that its hash covers. */
@SuppressWarnings("ArrayRecordComponent") // Never compared: the bytes go from here into the database as they are.
record RecordEntry(
        UUID caseId,
        long seq,
        Instant at,
        String who,
        String act,
        @Nullable String why,
        byte[] body,
        byte[] previous) {

    /** What the first entry of a chain follows. */
    static final byte[] NOTHING = new byte[32];

    /** SHA-256 over every field, each with its length before it, so that no two entries read alike. */
    byte[] hash() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            part(out, previous);
            part(out, caseId.toString().getBytes(UTF_8));
            out.writeLong(seq);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            part(out, who.getBytes(UTF_8));
            part(out, act.getBytes(UTF_8));
            out.writeBoolean(why != null);
            part(out, why == null ? new byte[0] : why.getBytes(UTF_8));
            part(out, body);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static void part(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
