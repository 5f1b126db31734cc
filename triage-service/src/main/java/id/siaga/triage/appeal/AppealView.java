// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal, as the desk reads it.
 *
 * @param statement why the order is held to be wrong
 * @param answerBy until when it is answered
 * @param decidedBy the organisation and the person who decided it
 * @param answer how the appellant is answered
 */
public record AppealView(
        UUID id,
        UUID caseId,
        UUID orderId,
        UUID decisionId,
        @Size(max = 63) String platform,
        Appellant appellant,
        @Size(max = 5000) String statement,
        AppealStatus status,
        Instant receivedAt,
        Instant answerBy,
        @Size(max = Actor.LONGEST_SHOWN) @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Size(max = 5000) @Nullable String answer) {

    static AppealView of(Appeal appeal) {
        Appeal.Against against = appeal.against();
        Appeal.Ruling ruling = appeal.ruling();
        return new AppealView(
                appeal.id(),
                against.caseId(),
                against.orderId(),
                against.decisionId(),
                against.platform(),
                appeal.appellant(),
                appeal.statement(),
                appeal.status(),
                appeal.receivedAt(),
                appeal.answerBy(),
                ruling == null ? null : ruling.by().shown(),
                ruling == null ? null : ruling.at(),
                ruling == null ? null : ruling.answer());
    }
}
