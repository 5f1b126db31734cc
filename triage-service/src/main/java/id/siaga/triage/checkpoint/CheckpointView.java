// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day's checkpoint.
 *
 * @param number one more than that of the checkpoint before
 * @param leaves how many records had gone on since the checkpoint before
 * @param root of the hash tree (RFC 6962) over them
 * @param note the text that is signed, character by character; it names the hash of the note before
 * @param keyId which of the published keys it is signed by
 * @param signature by Ed25519
 */
@Schema(name = "RecordCheckpoint")
public record CheckpointView(
        LocalDate day,
        @Min(1) long number,
        @Min(0) long leaves,
        @Size(max = 64) @Pattern(regexp = "^[0-9a-f]{64}$") String root,
        Instant madeAt,
        @Size(max = 400) String note,
        @Size(max = 100) String keyId,

        @Size(max = 128) @Pattern(regexp = "^[0-9a-f]{128}$")
        String signature) {

    static CheckpointView of(Checkpoint checkpoint) {
        return new CheckpointView(
                checkpoint.day(),
                checkpoint.number(),
                checkpoint.leaves(),
                HexFormat.of().formatHex(checkpoint.root()),
                checkpoint.madeAt(),
                new String(checkpoint.note(), UTF_8),
                checkpoint.keyId(),
                HexFormat.of().formatHex(checkpoint.signature()));
    }
}
