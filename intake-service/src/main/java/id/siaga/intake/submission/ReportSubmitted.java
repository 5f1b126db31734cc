// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

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
        @Nullable String region,
        boolean election,
        @Nullable String urgencyReason,
        List<String> flags,
        boolean liveStream,
        Content content,
        List<Reference> references,
        Instant submittedAt) {

    record Content(
            String key,
            String platform,
            String kind,
            int ruleVersion,
            @Nullable String url,
            @Nullable String text) {}

    record Reference(
            String url, ReportReference.Kind kind, @Nullable String note) {}

    static ReportSubmitted of(Report report, ReportItem item) {
        return new ReportSubmitted(
                report.id(),
                item.id(),
                item.number(),
                report.party(),
                report.category(),
                report.statementOfReasons(),
                report.region(),
                report.election(),
                report.urgencyReason(),
                report.flags(),
                item.liveStream(),
                new Content(
                        item.contentKey(), item.platform(), item.kind(), item.ruleVersion(), item.url(), item.text()),
                report.references().stream()
                        .map(one -> new Reference(one.url(), one.kind(), one.note()))
                        .toList(),
                report.receivedAt());
    }
}
