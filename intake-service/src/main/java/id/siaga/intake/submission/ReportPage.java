// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of reports. */
@Schema(description = "A page of reports: newest first, or with updatedSince in the order of change.")
record ReportPage(
        List<ReportSummary> reports,

        @Schema(
                description = "The cursor of the next page; null on the last. With updatedSince it is always there: ask"
                        + " with it again later for what has changed meanwhile.")
        @Nullable
        String next) {

    /** A report in a list. */
    record ReportSummary(
            UUID id,
            String party,
            @Nullable String unit,
            @Nullable String reference,
            String category,
            boolean election,
            ItemStatus status,
            Instant receivedAt,
            Instant updatedAt,
            @Schema(description = "How many items it has.") int items) {}
}
