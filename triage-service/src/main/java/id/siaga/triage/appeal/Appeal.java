// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import id.siaga.triage.record.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal.
 *
 * @param ruling what was decided about it, once it was
 */
record Appeal(
        UUID id,
        Against against,
        Appellant appellant,
        String statement,
        AppealStatus status,
        Instant receivedAt,
        Instant answerBy,
        @Nullable Ruling ruling) {

    /**
     * The order that is appealed against.
     *
     * @param party who answers for the platform
     */
    record Against(UUID orderId, UUID decisionId, UUID caseId, String platform, String party) {}

    /** By whom it was decided, and how the appellant is answered. */
    record Ruling(Actor by, Instant at, String answer) {}
}
