// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.web.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each answer. */
@Schema(description = "What became of each answer, in their order.")
public record AnswersView(@Size(max = 1000) List<Result> results) {

    /** What became of one answer. */
    @Schema(name = "AnswerResult")
    public record Result(
            @Schema(description = "Its place in the request, from 0.") @Min(0) @Max(999)
            int index,

            @Schema(description = "As if it had been sent alone: 200, 4xx, 500.") @Min(200) @Max(599)
            int status,

            @Schema(description = "The order; null when the answer does not say which.") @Nullable
            UUID orderId,

            @Schema(description = "How the order stands now; null when the answer was refused.") @Nullable
            OrderStatus orderStatus,

            @Schema(description = "Why it was refused.") @Nullable
            Problem problem) {}
}
