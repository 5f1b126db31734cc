// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The data of report.withdrawn, version 1: contracts/events/report-withdrawn.v1.schema.json. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record ReportWithdrawn(
        UUID reportId, UUID itemId, int itemNumber, String party, String contentKey, String reason, Instant withdrawnAt)
        implements ItemEvent {

    @Override
    public String type() {
        return "id.siaga.report.withdrawn.v1";
    }

    @Override
    public Instant at() {
        return withdrawnAt;
    }
}
