// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.legal.Authority;
import id.siaga.intake.legal.Confidentiality;
import id.siaga.intake.legal.LegalGround;
import id.siaga.intake.legal.Measure;
import id.siaga.web.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as its reporter and the desk see it. */
@Schema(description = "A report and what has become of it.")
record ReportView(
        UUID id,

        @Schema(description = "The organisation that reported.") @Size(max = Caller.LONGEST_PARTY)
        String party,

        @Schema(description = "The part of it that your token named.") @Size(max = Caller.LONGEST_PARTY) @Nullable
        String unit,

        @Size(max = 100) @Nullable String reference,
        @Size(max = 100) String category,
        @Size(max = 5000) String statementOfReasons,
        @Size(max = 5) @Nullable String region,
        @Size(max = 5) @Nullable String regency,
        boolean election,
        @Size(max = 1000) @Nullable String urgencyReason,

        @Schema(description = "Your flags; election categories add politicalSpeech.") @Size(max = 10)
        List<@Size(max = 100) String> flags,

        boolean goodFaith,
        @Size(max = 5000) @Nullable String newFacts,
        @Nullable Measure requestedMeasure,
        @Size(max = 10) List<LegalGround> legalBasis,
        @Size(max = 10000) @Nullable String legalAnalysis,
        @Nullable Authority issuingAuthority,
        @Nullable Confidentiality confidentiality,

        @Schema(description = "The least finished status of the items.")
        ItemStatus status,

        Instant receivedAt,
        Instant updatedAt,
        @Size(max = 50) List<ItemView> items,
        @Size(max = 20) List<ReferenceView> references,

        @Schema(description = "Items of this request that you had reported before; only in the answer to it.")
        @Size(max = 50)
        List<Repeat> supplemented) {

    static ReportView of(Report report) {
        return of(report, List.of());
    }

    static ReportView of(Report report, List<Repeat> supplemented) {
        return new ReportView(
                report.id(),
                report.party(),
                report.unit(),
                report.reference(),
                report.category(),
                report.statementOfReasons(),
                report.region(),
                report.regency(),
                report.election(),
                report.urgencyReason(),
                report.flags(),
                report.goodFaith(),
                report.newFacts(),
                report.measure(),
                report.legalBasis(),
                report.legalAnalysis(),
                report.authority(),
                report.confidentiality(),
                report.status(),
                report.receivedAt(),
                report.updatedAt(),
                report.items().stream().map(ItemView::of).toList(),
                report.references().stream().map(ReferenceView::of).toList(),
                supplemented);
    }

    /** One item and what has become of it. */
    @Schema(description = "A reported item; exactly one of url and text is not null.")
    record ItemView(
            UUID id,

            @Schema(description = "Its place in the report, from 1.") @Min(1) @Max(50)
            int number,

            @Size(max = 4096) @Nullable String url,
            @Size(max = 10000) @Nullable String text,
            @Nullable ContentType contentType,
            @Size(max = 35) @Nullable String language,
            @Nullable Instant observedAt,
            boolean liveStream,
            @Size(max = 300) @Nullable String authorAccount,
            @Size(max = 64) @Nullable String mediaSha256,
            ContentKeyView contentKey,
            ItemStatus status,

            @Schema(description = "Why it has this status, where there is something to say.")
            @Size(max = 2000)
            @Nullable
            String reason,

            Instant updatedAt) {

        static ItemView of(ReportItem item) {
            return new ItemView(
                    item.id(),
                    item.number(),
                    item.url(),
                    item.text(),
                    item.contentType(),
                    item.language(),
                    item.observedAt(),
                    item.liveStream(),
                    item.authorAccount(),
                    item.mediaSha256(),
                    new ContentKeyView(item.contentKey(), item.platform(), item.kind(), item.ruleVersion()),
                    item.status(),
                    item.reason(),
                    item.updatedAt());
        }
    }

    /** How the item's locator or text was read. */
    @Schema(name = "ContentKey", description = "The canonical identity of content: the same for all its spellings.")
    record ContentKeyView(
            @Schema(examples = "youtube:video:dQw4w9WgXcQ") @Size(max = 1200)
            String key,

            @Schema(description = "The platform's code; web for the web at large, text for a quoted text.")
            @Size(max = 63)
            String platform,

            @Size(max = 63) String kind,

            @Schema(description = "Version of the rules that made the key.") @Min(1)
            int ruleVersion) {}

    /** One piece of support. */
    record ReferenceView(
            @Size(max = 4096) String url,
            ReportReference.Kind kind,
            @Size(max = 1000) @Nullable String note) {

        static ReferenceView of(ReportReference reference) {
            return new ReferenceView(reference.url(), reference.kind(), reference.note());
        }
    }
}
