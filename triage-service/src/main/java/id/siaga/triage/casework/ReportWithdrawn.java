// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** What the desk reads of intake's `report.withdrawn`: an item that its party took back. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record ReportWithdrawn(UUID reportId, UUID itemId, String party, String reason, Instant withdrawnAt) {

    static final String TYPE = "id.siaga.report.withdrawn.v1";

    ReportWithdrawn {
        requireNonNull(reportId, "reportId");
        requireNonNull(itemId, "itemId");
        requireNonNull(party, "party");
        requireNonNull(reason, "reason");
        ReportSubmitted.requirePlausible(withdrawnAt, "withdrawnAt");
    }
}
