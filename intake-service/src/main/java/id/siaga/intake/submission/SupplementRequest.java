// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a party adds to one of its reports. */
@Schema(description = "Something that you add to a report of yours.")
record SupplementRequest(
        @Schema(description = "The numbers of the items that it is about; without it, all that were not withdrawn.")
        @Size(min = 1, max = 50)
        @Nullable
        Set<@NotNull Integer> items,

        @Schema(description = "Your own reference of the addition.") @Size(max = 100) @Nullable
        String reference,

        @Schema(description = "What you add.") @NotBlank @Size(max = 5000)
        String statement,

        @Schema(description = "What was not known before, if anything: only that reopens what the desk has decided.")
        @Size(min = 1, max = 5000)
        @Nullable
        String newFacts,

        @Schema(description = "Why it cannot wait any longer.") @Size(min = 1, max = 1000) @Nullable
        String urgencyReason,

        @Schema(description = "What supports it.") @Size(max = 20) @Nullable
        List<@NotNull @Valid ReferenceRequest> references) {}
