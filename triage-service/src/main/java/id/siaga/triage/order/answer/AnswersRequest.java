// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.answer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers to orders, each of which is taken or refused for itself; so they are not yet read as answers here. */
@Schema(description = "Up to 1,000 answers, each taken or refused for itself.")
public record AnswersRequest(
        @Schema(description = "Each is an AnswerRequest, as it would be sent alone, with the orderId that it answers.")
        @NotEmpty
        @Size(max = 1000)
        List<@NotNull JsonNode> answers) {}
