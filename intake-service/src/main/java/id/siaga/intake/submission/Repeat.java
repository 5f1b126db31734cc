// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item of a request whose content its party has reported before. */
@Schema(
        name = "Supplemented",
        description = "An item that you had reported before: what you say now was added to that one.")
public record Repeat(
        @Schema(description = "Its place in your request, from 1.") @Min(1) @Max(50)
        int number,

        @Schema(description = "The report that it was added to.")
        UUID reportId,

        @Schema(description = "The item that it was added to.")
        UUID itemId) {}
