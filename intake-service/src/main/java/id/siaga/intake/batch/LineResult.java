// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one line of an import. */
@RegisterForReflection // for Jackson: the answer is a stream of these
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportResult", description = "What became of one line; the answer has one such object a line.")
record LineResult(
        @Schema(description = "The number of the line, from 1.")
        long line,

        @Schema(
                description =
                        "As if it had been sent alone: 201, 200 when all of it had been reported before, 4xx; 422 when"
                                + " this import had another line here before.")
        int status,

        @Schema(description = "The report; absent when it was refused.") @Nullable
        UUID id,

        @Schema(description = "Why it was refused, an RFC 9457 problem.") @JsonRawValue @Nullable
        String problem) {}
