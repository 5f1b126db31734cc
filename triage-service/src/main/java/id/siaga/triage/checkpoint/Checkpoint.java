// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * A day's checkpoint.
 *
 * @param note the text that is signed; it says all the rest
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: the bytes go to and from the database as they are.
record Checkpoint(
        LocalDate day,
        long number,
        long leaves,
        byte[] root,
        Instant madeAt,
        byte[] note,
        String keyId,
        byte[] signature) {

    /** What the first note follows. */
    private static final byte[] NOTHING = new byte[32];

    private static final HexFormat HEX = HexFormat.of();

    static byte[] nothing() {
        return NOTHING.clone();
    }

    static Checkpoint sign(
            LocalDate day, long number, long leaves, byte[] root, Instant madeAt, byte[] previous, SigningKeys keys) {
        byte[] note = """
                siaga record checkpoint 1
                number %d
                day %s
                leaves %d
                root %s
                made-at %s
                previous %s
                """.formatted(number, day, leaves, HEX.formatHex(root), madeAt, HEX.formatHex(previous))
                .getBytes(UTF_8);
        return new Checkpoint(day, number, leaves, root, madeAt, note, keys.current(), keys.sign(note));
    }

    /** What the next note names as the previous one. */
    byte[] noteHash() {
        return MerkleTree.sha256(note);
    }

    /** Whether it is signed by one of our keys, and says what is stored of it. */
    boolean genuine(SigningKeys keys) {
        String text = new String(note, UTF_8);
        return keys.verifies(keyId, note, signature)
                && text.contains("\nday " + day + "\n")
                && text.contains("\nleaves " + leaves + "\n")
                && text.contains("\nroot " + HEX.formatHex(root) + "\n");
    }
}
