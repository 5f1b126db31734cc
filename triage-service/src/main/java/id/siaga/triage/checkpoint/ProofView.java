// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a checkpoint tells of a case: from the leaf, by the path, to the root that is signed.
 *
 * @param seq the number of the entry to which the record had come
 * @param hash that entry's
 * @param number the leaf's place among the leaves, from 0
 * @param path what the leaf's hash is joined with on its way to the root, the nearest first
 */
@Schema(name = "RecordProof")
public record ProofView(
        UUID caseId,
        @Min(1) long seq,
        @Size(max = 64) @Pattern(regexp = "^[0-9a-f]{64}$") String hash,
        @Min(0) long number,

        @Size(max = 63) List<@Size(max = 64) @Pattern(regexp = "^[0-9a-f]{64}$") String> path,

        CheckpointView checkpoint) {

    static ProofView of(ProveInclusion.Proof proof) {
        HexFormat hex = HexFormat.of();
        return new ProofView(
                proof.leaf().caseId(),
                proof.leaf().seq(),
                hex.formatHex(proof.leaf().hash()),
                proof.leaf().number(),
                proof.path().stream().map(hex::formatHex).toList(),
                CheckpointView.of(proof.checkpoint()));
    }
}
