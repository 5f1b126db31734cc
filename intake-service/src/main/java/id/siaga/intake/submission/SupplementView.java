// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a party has added to one of its reports. */
@Schema(name = "Supplement", description = "What was added to a reported item later.")
record SupplementView(
        UUID id,

        @Schema(description = "The item that it is about, by its number.") @Min(1) @Max(50)
        int item,

        @Size(max = 100) @Nullable String reference,
        @Size(max = 5000) String statement,

        @Schema(description = "What was not known before; only this reopens what the desk has decided.")
        @Size(max = 5000)
        @Nullable
        String newFacts,

        @Size(max = 1000) @Nullable String urgencyReason,
        @Size(max = 20) List<ReportView.ReferenceView> references,
        Instant receivedAt) {}
