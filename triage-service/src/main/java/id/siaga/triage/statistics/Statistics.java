// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was done in a window of whole days, UTC.
 *
 * @param from the first day
 * @param to the last day
 */
@Schema(description = "What was done in a window of whole days, UTC.")
public record Statistics(
        @Schema(description = "The first day.") @Size(max = 10)
        String from,

        @Schema(description = "The last day.") @Size(max = 10)
        String to,

        @Schema(description = "One row for each platform, reporter, category or region of which anything is known.")
        List<Row> rows) {

    /**
     * What was done by one of them.
     *
     * @param key which of them: a platform's code, a party, a category, a region; empty for the desk
     */
    @Schema(name = "StatisticsRow", description = "What was done by, or about, one of them.")
    public record Row(
            @Schema(description = "A platform's code, a party, a category or a region; empty for the desk.")
            @Size(max = 100)
            String key,

            @Size(max = 40) List<Counted> counts,
            @Size(max = 10) List<Shared> shares,
            @Size(max = 10) List<Lasted> lengths) {}

    /** How often something was done; what is not named was not done. */
    @Schema(name = "StatisticsCount", description = "How often something was done; what is not named was not done.")
    public record Counted(Count name, @Min(1) long count) {}

    /** A share, where there is anything of which to be a share. */
    @Schema(
            name = "StatisticsShare",
            description = "A share, from 0 to 1, of what there was; not named where there was nothing.")
    public record Shared(Share name, @Min(0) @Max(1) double share) {}

    /**
     * How long something took.
     *
     * @param count how often it was measured
     * @param median seconds
     * @param p95 seconds: nineteen of twenty took no longer
     */
    @Schema(
            name = "StatisticsLength",
            description = "How long something took, in seconds; told with an error of no more than a fortieth.")
    public record Lasted(
            Length name,
            @Min(1) long count,
            @Min(1) double median,
            @Min(1) double p95) {}
}
