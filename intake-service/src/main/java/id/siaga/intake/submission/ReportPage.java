// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of reports. */
@Schema(description = "A page of reports: newest first, or with updatedSince in the order of change.")
record ReportPage(
        @Size(max = 200) List<ReportSummary> reports,

        @Schema(
                description = "The cursor of the next page; null on the last. With updatedSince it is always there: ask"
                        + " with it again later for what has changed meanwhile.")
        @Nullable
        String next) {

    /** A report in a list. */
    record ReportSummary(
            UUID id,
            @Size(max = Caller.LONGEST_PARTY) String party,
            @Size(max = Caller.LONGEST_PARTY) @Nullable String unit,
            @Size(max = 100) @Nullable String reference,
            @Size(max = 100) String category,
            boolean election,
            ItemStatus status,
            Instant receivedAt,
            Instant updatedAt,

            @Schema(description = "How many items it has.") @Min(1) @Max(50)
            int items) {}
}
