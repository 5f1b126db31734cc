// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the desk reads of intake's `report.supplemented`: something that a party added to an item of its own. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record ReportSupplemented(
        UUID supplementId,
        UUID reportId,
        UUID itemId,
        String party,
        String statement,
        @Nullable String newFacts,
        @Nullable String urgencyReason,
        List<ReportSubmitted.Reference> references,
        Instant supplementedAt) {

    static final String TYPE = "id.siaga.report.supplemented.v1";

    ReportSupplemented {
        requireNonNull(supplementId, "supplementId");
        requireNonNull(reportId, "reportId");
        requireNonNull(itemId, "itemId");
        requireNonNull(party, "party");
        requireNonNull(statement, "statement");
        references = references == null ? List.of() : List.copyOf(references);
        ReportSubmitted.requirePlausible(supplementedAt, "supplementedAt");
    }
}
