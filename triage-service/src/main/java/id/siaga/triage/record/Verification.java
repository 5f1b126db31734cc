// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
 * @param erased texts that are gone by an erasure which the record tells of: no fault; the first thousand of them
 */
@Schema(name = "RecordVerification")
public record Verification(
        UUID caseId,
        Result result,
        @Min(0) long entries,
        @Nullable RecordHead head,
        @Nullable Fault fault,
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
        HEAD;

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

    static Verification of(ChainWalk walk, @Nullable RecordHead head, Instant at) {
        Fault fault = walk.fault();
        return new Verification(
                walk.caseId(),
                fault == null ? Result.INTACT : fault.result(),
                walk.entries(),
                head,
                fault,
                walk.erased().stream().limit(MOST_TOLD).toList(),
                at);
    }
}
