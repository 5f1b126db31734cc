// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of report.status-changed, version 1: contracts/events/report-status-changed.v1.schema.json. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record ReportStatusChanged(
        UUID reportId,
        UUID itemId,
        int itemNumber,
        ItemStatus itemStatus,
        ItemStatus reportStatus,
        @Nullable String reason,
        @Nullable String reference,
        Instant changedAt) {

    static final String TOPIC = "intake.status.v1";
    static final String TYPE = "id.siaga.report.status-changed.v1";

    static ReportStatusChanged of(StatusChange change) {
        return new ReportStatusChanged(
                change.reportId(),
                change.itemId(),
                change.itemNumber(),
                change.itemStatus(),
                change.reportStatus(),
                change.reason(),
                change.reference(),
                change.at());
    }
}
