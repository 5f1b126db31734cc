// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import id.siaga.web.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one line of an import. */
@RegisterForReflection // for Jackson: the answer is a stream of these
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportResult", description = "What became of one line; the answer has one such object a line.")
record LineResult(
        @Schema(description = "The number of the line, from 1.") @Min(1)
        long line,

        @Schema(
                description =
                        "As if it had been sent alone: 201, 200 when all of it had been reported before, 4xx; 422 when"
                                + " this import had another line here before.")
        @Min(200)
        @Max(599)
        int status,

        @Schema(description = "The report; absent when it was refused.") @Nullable
        UUID id,

        @Schema(implementation = Problem.class) @JsonRawValue @Nullable
        String problem) {}
