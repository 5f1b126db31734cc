// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of report.supplemented, version 1: contracts/events/report-supplemented.v1.schema.json. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record ReportSupplemented(
        UUID supplementId,
        UUID reportId,
        UUID itemId,
        int itemNumber,
        String party,
        String contentKey,
        String statement,
        @Nullable String newFacts,
        @Nullable String urgencyReason,
        List<ReportReference> references,
        Instant supplementedAt)
        implements ItemEvent {

    @Override
    public String type() {
        return "id.siaga.report.supplemented.v1";
    }

    @Override
    public Instant at() {
        return supplementedAt;
    }
}
