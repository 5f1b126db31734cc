// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import id.siaga.triage.checkpoint.Leaf;
import id.siaga.triage.checkpoint.ProveInclusion.Witness;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was found when the record of a case was computed again.
 *
 * @param entries how many were found to be as they were appended, before the fault if there is one
 * @param head how far the record has come
 * @param fault the first one; null when there is none
 * @param checkpoint what the last signed checkpoint that tells of the case says of it
 * @param erased texts that are gone by an erasure which the record tells of: no fault; the first thousand of them
 */
@Schema(name = "RecordVerification")
public record Verification(
        UUID caseId,
        Result result,
        @Min(0) long entries,
        @Nullable RecordHead head,
        @Nullable Fault fault,
        @Nullable Checkpointed checkpoint,
        @Size(max = MOST_TOLD) List<RecordedPart> erased,
        Instant at) {

    static final int MOST_TOLD = 1000;

    /** What is wrong, if anything. */
    @Schema(name = "RecordResult")
    public enum Result {
        INTACT,
        /** Something is not what it was when it was appended. */
        ALTERED,
        /** An entry or a text is gone, and what comes after it is not. */
        MISSING,
        /** The last entries are gone. */
        TRUNCATED
    }

    /** What of the record is wrong. */
    @Schema(name = "RecordPlace")
    public enum Place {
        /** The entry itself. */
        ENTRY,
        /** The text of the person. */
        WHO,
        /** The text of the reason. */
        WHY,
        /** The head, which says how far the record has come. */
        HEAD,
        /** What a signed checkpoint says of the record, or the checkpoint itself. */
        CHECKPOINT;

        static Place of(TextPart part) {
            return switch (part) {
                case WHO -> WHO;
                case WHY -> WHY;
            };
        }
    }

    /**
     * What is wrong, and where.
     *
     * @param seq the entry's number
     */
    @Schema(name = "RecordFault")
    public record Fault(Result result, @Min(0) long seq, Place place) {}

    /** A text of an entry. */
    public record RecordedPart(@Min(1) long seq, TextPart part) {}

    /**
     * How far a checkpoint says that the record had come.
     *
     * @param day the checkpoint's
     */
    @Schema(name = "RecordCheckpointed")
    public record Checkpointed(
            LocalDate day,
            @Min(1) long seq,

            @Size(max = 64) @Pattern(regexp = "^[0-9a-f]{64}$")
            String hash) {

        static Checkpointed of(Leaf leaf) {
            return new Checkpointed(leaf.day(), leaf.seq(), HexFormat.of().formatHex(leaf.hash()));
        }
    }

    static Verification of(ChainWalk walk, @Nullable RecordHead head, @Nullable Witness witness, Instant at) {
        Fault fault = walk.fault();
        return new Verification(
                walk.caseId(),
                fault == null ? Result.INTACT : fault.result(),
                walk.entries(),
                head,
                fault,
                witness == null ? null : Checkpointed.of(witness.leaf()),
                walk.erased().stream().limit(MOST_TOLD).toList(),
                at);
    }
}
