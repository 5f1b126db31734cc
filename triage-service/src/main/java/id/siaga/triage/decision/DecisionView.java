// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.order.LegalBasis;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision as the desk reads it. */
public record DecisionView(
        UUID id,
        UUID caseId,
        DecisionKind kind,
        DecisionStatus status,
        String reasons,
        @Nullable LegalBasis legalBasis,
        @Nullable String proportionality,
        @Nullable String lighterMeasure,
        List<String> territorialScope,
        @Nullable String redress,
        String proposedBy,
        Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String returnedBy,
        @Nullable String returnReason,
        List<UUID> orders) {}
