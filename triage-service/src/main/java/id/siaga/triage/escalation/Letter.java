// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to a platform, or about it to the regulator.
 *
 * @param number which of the letters that were issued about the order, from 1; null before
 * @param step which letter about what the order says; null for one about an obligation
 * @param obligationId the obligation that it is about
 * @param reasonsOfPlatform why the platform has not acted, as it says; null before issue, or when it gave none
 * @param deadline by when the platform has to do what it says
 * @param endedAt when it was issued or discarded
 */
record Letter(
        UUID id,
        UUID orderId,
        UUID caseId,
        @Nullable Integer number,
        @Nullable Step step,
        @Nullable UUID obligationId,
        LetterStatus status,
        Instant draftedAt,
        @Nullable String reasonsOfPlatform,
        @Nullable Instant deadline,
        @Nullable Instant endedAt,
        @Nullable Actor endedBy,
        @Nullable String discardedBecause) {

    /** Refuses what would lead where no way leads from here. */
    void expect(LetterStatus next) {
        if (!status.canBecome(next)) {
            throw new TriageRefusal.IllegalTransition("The letter", status, status.allowed());
        }
    }

    /** Whether the platform is its reader, once it is issued. */
    boolean toPlatform() {
        return step != Step.REGULATOR_REFERRAL;
    }
}
