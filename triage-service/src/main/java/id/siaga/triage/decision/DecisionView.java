// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.order.IssuingAuthority;
import id.siaga.triage.order.LegalBasis;
import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Size;
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
        @Size(max = 5000) String reasons,
        @Size(max = 1000) @Nullable String terms,
        @Nullable LegalBasis legalBasis,
        @Nullable IssuingAuthority authority,
        @Size(max = 5000) @Nullable String proportionality,
        @Size(max = 5000) @Nullable String lighterMeasure,
        @Size(max = 250) List<@Size(max = 6) String> territorialScope,
        @Size(max = 2000) @Nullable String redress,
        @Size(max = Actor.LONGEST_SHOWN) String proposedBy,
        Instant proposedAt,
        @Size(max = Actor.LONGEST_SHOWN) @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Size(max = Actor.LONGEST_SHOWN) @Nullable String returnedBy,
        @Size(max = 2000) @Nullable String returnReason,
        @Nullable Reversed reversal,
        @Nullable Overridden override,
        List<UUID> orders) {

    /** By whom and why what was approved is undone. */
    public record Reversed(
            @Size(max = Actor.LONGEST_SHOWN) String by,
            Instant at,
            @Size(max = 2000) String reason) {}

    /**
     * That its orders were issued before a second person approved it.
     *
     * @param reason why it could not wait
     * @param reviewBy until when they stand without an approval
     */
    public record Overridden(Instant at, @Size(max = 2000) String reason, Instant reviewBy) {}
}
