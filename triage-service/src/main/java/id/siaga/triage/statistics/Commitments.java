// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import id.siaga.triage.platform.Commitment;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What platforms have signed, and what they did in a window of whole days, UTC.
 *
 * @param from the first day
 * @param to the last day
 */
@Schema(description = "What platforms have promised, held against what they did in a window of whole days, UTC.")
public record Commitments(
        @Schema(description = "The first day.") @Size(max = 10)
        String from,

        @Schema(description = "The last day.") @Size(max = 10)
        String to,

        @Schema(
                description =
                        "One row for each commitment that says how soon, and was in force on a day of the window.")
        List<Row> rows) {

    /** What was promised, and whether it was kept on the days of the window on which it was in force. */
    @Schema(
            name = "MeasuredCommitment",
            description = "What was promised, and how far it was kept while it was in force.")
    public record Row(
            @Schema(description = "The platform's code.") @Size(max = 63)
            String platform,

            Commitment commitment,

            @Schema(description = "The first day that is counted: not before the signature.") @Size(max = 10)
            String from,

            @Schema(description = "The last day that is counted.") @Size(max = 10)
            String to,

            @Schema(description = "What was answered at every locator on these days.") @Min(0)
            long answered,

            @Schema(description = "What is not answered yet, and should have been by one of these days.") @Min(0)
            long unanswered,

            Kept sinceReceipt,
            Kept sinceReport) {}

    /** How much of what was answered, or should have been, was answered in the time that was promised. */
    @Schema(
            name = "KeptCommitment",
            description = "How much of what was answered, or should have been, was answered in the promised time.")
    public record Kept(
            @Min(0) long within,

            @Schema(description = "From 0 to 1; null where there is nothing of which to be a share.")
            @Min(0)
            @Max(1)
            @Nullable
            Double share) {

        static Kept of(long within, long whole) {
            return new Kept(within, whole == 0 ? null : (double) within / whole);
        }
    }
}
