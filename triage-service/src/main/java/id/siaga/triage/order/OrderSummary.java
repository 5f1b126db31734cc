// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.web.Caller;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order in a list. */
public record OrderSummary(
        UUID id,
        UUID caseId,
        @Size(max = 63) String platform,
        @Size(max = Caller.LONGEST_PARTY) String party,
        Instrument instrument,
        @Size(max = 100) String category,
        boolean urgent,
        OrderStatus status,
        Instant issuedAt,
        Instant serveBy,
        @Nullable Instant receivedAt,
        @Nullable Instant actBy,
        @Nullable Instant legalDue,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt) {}
