// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation.obligation;

import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a platform owes besides what an order says; it does not go with the content.
 *
 * @param letterId the letter that imposed it; until that is issued, it is not owed yet
 * @param currency as ISO 4217 names it
 * @param settledBy who said that it was paid, or waived it
 */
public record Obligation(
        UUID id,
        UUID orderId,
        UUID caseId,
        UUID letterId,
        ObligationKind kind,
        BigDecimal amount,
        @Size(max = 3) String currency,
        @Size(max = 500) String legalBasis,
        Instant dueAt,
        ObligationStatus status,
        Instant imposedAt,
        @Size(max = Actor.LONGEST_SHOWN) String imposedBy,
        @Nullable Instant settledAt,
        @Nullable @Size(max = Actor.LONGEST_SHOWN) String settledBy,
        @Nullable @Size(max = 2000) String reason) {}
