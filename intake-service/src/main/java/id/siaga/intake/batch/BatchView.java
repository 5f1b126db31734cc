// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import id.siaga.intake.submission.AcceptReports.Verdict;
import id.siaga.intake.submission.Repeat;
import id.siaga.web.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each report of a batch. */
@Schema(description = "What became of each report, in their order.")
record BatchView(@Size(max = 1000) List<Result> results) {

    /** What became of one report. */
    @Schema(name = "BatchResult")
    record Result(
            @Schema(description = "Its place in the request, from 0.") @Min(0) @Max(999)
            int index,

            @Schema(
                    description =
                            "As if it had been sent alone: 201, 200 when all of it had been reported before, 4xx.")
            @Min(200)
            @Max(599)
            int status,

            @Schema(description = "The report; null when it was refused.") @Nullable
            UUID id,

            @Schema(description = "Items that you had reported before.") @Size(max = 50)
            List<Repeat> supplemented,

            @Schema(description = "Why it was refused.") @Nullable
            Problem problem) {}

    static BatchView of(List<Verdict> verdicts) {
        List<Result> results = new ArrayList<>(verdicts.size());
        for (Verdict verdict : verdicts) {
            int index = results.size();
            results.add(
                    switch (verdict) {
                        case Verdict.Accepted accepted ->
                            new Result(
                                    index,
                                    accepted.created() ? 201 : 200,
                                    accepted.reportId(),
                                    accepted.supplemented(),
                                    null);
                        case Verdict.Refused refused ->
                            new Result(index, refused.problem().status(), null, List.of(), refused.problem());
                    });
        }
        return new BatchView(results);
    }
}
