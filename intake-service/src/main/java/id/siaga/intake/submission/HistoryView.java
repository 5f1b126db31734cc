// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What has become of a report, from its receipt on. */
@Schema(description = "What has become of a report, step by step, from its receipt on.")
record HistoryView(List<Step> steps) {

    /** One step. */
    @Schema(name = "HistoryStep")
    record Step(
            Instant at,
            Kind kind,

            @Schema(description = "The item that it is about, by its number; null when it is about all.")
            @Min(1)
            @Max(50)
            @Nullable
            Integer item,

            @Schema(description = "The item's status since then, where it changed.") @Nullable
            ItemStatus status,

            @Size(max = 2000) @Nullable String reason) {}

    /** What happened. */
    @Schema(name = "HistoryStepKind")
    enum Kind {
        RECEIVED,
        STATUS,
        SUPPLEMENT
    }
}
