// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal, as its appellant reads it: nobody of the desk is named.
 *
 * @param answerBy until when it is answered
 * @param answer how the desk answers
 */
public record AppealState(
        UUID id,
        AppealStatus status,
        Instant receivedAt,
        Instant answerBy,
        @Nullable Instant decidedAt,
        @Size(max = 5000) @Nullable String answer) {

    static AppealState of(Appeal appeal) {
        Appeal.Ruling ruling = appeal.ruling();
        return new AppealState(
                appeal.id(),
                appeal.status(),
                appeal.receivedAt(),
                appeal.answerBy(),
                ruling == null ? null : ruling.at(),
                ruling == null ? null : ruling.answer());
    }
}
