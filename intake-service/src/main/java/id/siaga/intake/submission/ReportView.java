// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.legal.Authority;
import id.siaga.intake.legal.Confidentiality;
import id.siaga.intake.legal.LegalGround;
import id.siaga.intake.legal.Measure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as its reporter and the desk see it. */
@Schema(description = "A report and what has become of it.")
record ReportView(
        UUID id,

        @Schema(description = "The organisation that reported.")
        String party,

        @Schema(description = "The part of it that your token named.") @Nullable
        String unit,

        @Nullable String reference,
        String category,
        String statementOfReasons,
        @Nullable String region,
        @Nullable String regency,
        boolean election,
        @Nullable String urgencyReason,

        @Schema(description = "Your flags; election categories add politicalSpeech.")
        List<String> flags,

        boolean goodFaith,
        @Nullable String newFacts,
        @Nullable Measure requestedMeasure,
        List<LegalGround> legalBasis,
        @Nullable String legalAnalysis,
        @Nullable Authority issuingAuthority,
        @Nullable Confidentiality confidentiality,

        @Schema(description = "The least finished status of the items.")
        ItemStatus status,

        Instant receivedAt,
        Instant updatedAt,
        List<ItemView> items,
        List<ReferenceView> references,

        @Schema(description = "Items of this request that you had reported before; only in the answer to it.")
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

            @Schema(description = "Its place in the report, from 1.")
            int number,

            @Nullable String url,
            @Nullable String text,
            @Nullable ContentType contentType,
            @Nullable String language,
            @Nullable Instant observedAt,
            boolean liveStream,
            @Nullable String authorAccount,
            @Nullable String mediaSha256,
            ContentKeyView contentKey,
            ItemStatus status,

            @Schema(description = "Why it has this status, where there is something to say.") @Nullable
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
            @Schema(examples = "youtube:video:dQw4w9WgXcQ") String key,

            @Schema(description = "The platform's code; web for the web at large, text for a quoted text.")
            String platform,

            String kind,

            @Schema(description = "Version of the rules that made the key.")
            int ruleVersion) {}

    /** One piece of support. */
    record ReferenceView(
            String url, ReportReference.Kind kind, @Nullable String note) {

        static ReferenceView of(ReportReference reference) {
            return new ReferenceView(reference.url(), reference.kind(), reference.note());
        }
    }
}
