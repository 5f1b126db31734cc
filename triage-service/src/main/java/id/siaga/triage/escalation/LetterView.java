// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is read; its words are at {@code /html}.
 *
 * @param number which of the letters that were issued about the order, from 1; null before
 * @param step which letter about what the order says; null for one about an obligation
 * @param reasonsOfPlatform why the platform has not acted, as it says; null before issue, or when it gave none
 * @param deadline by when the platform has to do what it says
 * @param endedAt when it was issued or discarded
 * @param endedBy by whom; a platform reads {@code desk}
 */
public record LetterView(
        UUID id,
        UUID orderId,
        UUID caseId,
        @Nullable @Min(1) Integer number,
        @Nullable Step step,
        @Nullable UUID obligationId,
        LetterStatus status,
        Instant draftedAt,
        @Nullable @Size(max = 5000) String reasonsOfPlatform,
        @Nullable Instant deadline,
        @Nullable Instant endedAt,
        @Nullable @Size(max = Actor.LONGEST_SHOWN) String endedBy,
        @Nullable @Size(max = 2000) String discardedBecause) {

    static LetterView of(Letter letter, boolean desk) {
        Actor by = letter.endedBy();
        return new LetterView(
                letter.id(),
                letter.orderId(),
                letter.caseId(),
                letter.number(),
                letter.step(),
                letter.obligationId(),
                letter.status(),
                letter.draftedAt(),
                letter.reasonsOfPlatform(),
                letter.deadline(),
                letter.endedAt(),
                by == null ? null : desk ? by.shown() : "desk",
                letter.discardedBecause());
    }
}
