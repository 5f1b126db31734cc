// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a party has added to one of its reports. */
@Schema(name = "Supplement", description = "What was added to a reported item later.")
record SupplementView(
        UUID id,

        @Schema(description = "The item that it is about, by its number.")
        int item,

        @Nullable String reference,
        String statement,

        @Schema(description = "What was not known before; only this reopens what the desk has decided.") @Nullable
        String newFacts,

        @Nullable String urgencyReason,
        List<ReportView.ReferenceView> references,
        Instant receivedAt) {}
