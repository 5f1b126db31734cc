// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order in a list. */
public record OrderSummary(
        UUID id,
        UUID caseId,
        String platform,
        String party,
        Instrument instrument,
        String category,
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
