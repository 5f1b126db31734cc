// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.legal.Authority;
import id.siaga.intake.legal.Confidentiality;
import id.siaga.intake.legal.LegalGround;
import id.siaga.intake.legal.Measure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of report.submitted, version 1: contracts/events/report-submitted.v1.schema.json. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
record ReportSubmitted(
        UUID reportId,
        UUID itemId,
        int itemNumber,
        String party,
        String category,
        String statementOfReasons,
        @Nullable String unit,
        @Nullable String reference,
        @Nullable String region,
        @Nullable String regency,
        boolean election,
        @Nullable String urgencyReason,
        List<String> flags,
        boolean goodFaith,
        @Nullable String newFacts,
        @Nullable Measure requestedMeasure,
        List<LegalGround> legalBasis,
        @Nullable String legalAnalysis,
        @Nullable Authority issuingAuthority,
        @Nullable Confidentiality confidentiality,
        boolean liveStream,
        Content content,
        List<Reference> references,
        Instant submittedAt)
        implements ItemEvent {

    record Content(
            String key,
            String platform,
            String kind,
            int ruleVersion,
            @Nullable String url,
            @Nullable String text,
            @Nullable ContentType contentType,
            @Nullable String language,
            @Nullable Instant observedAt,
            @Nullable String authorAccount,
            @Nullable String mediaSha256) {}

    record Reference(
            String url, ReportReference.Kind kind, @Nullable String note) {}

    @Override
    public String type() {
        return "id.siaga.report.submitted.v1";
    }

    @Override
    public String contentKey() {
        return content.key();
    }

    @Override
    public Instant at() {
        return submittedAt;
    }

    static ReportSubmitted of(Report report, ReportItem item) {
        return new ReportSubmitted(
                report.id(),
                item.id(),
                item.number(),
                report.party(),
                report.category(),
                report.statementOfReasons(),
                report.unit(),
                report.reference(),
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
                item.liveStream(),
                content(item),
                report.references().stream()
                        .map(one -> new Reference(one.url(), one.kind(), one.note()))
                        .toList(),
                report.receivedAt());
    }

    private static Content content(ReportItem item) {
        return new Content(
                item.contentKey(),
                item.platform(),
                item.kind(),
                item.ruleVersion(),
                item.url(),
                item.text(),
                item.contentType(),
                item.language(),
                item.observedAt(),
                item.authorAccount(),
                item.mediaSha256());
    }
}
