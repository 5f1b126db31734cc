// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.legal.Authority;
import id.siaga.intake.legal.Confidentiality;
import id.siaga.intake.legal.LegalGround;
import id.siaga.intake.legal.Measure;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports, one or a thousand, by a fixed number of statements: every accepted report pays for it, and an entity per
 * row would be a round trip per row.
 */
@ApplicationScoped
class NewReports {

    private static final String CLAIM = """
            INSERT INTO report_item (id, report_id, number, party, unit, url, text, content_type, language, observed_at,
                live_stream, author_account, media_sha256, content_key, platform, kind, rule_version, status,
                link_version, updated_at, standing, event_sequence)
            SELECT id, report_id, number, party, unit, url, text, content_type, language, observed_at::timestamptz,
                live_stream, author_account, media_sha256, content_key, platform, kind, rule_version, status,
                0, updated_at::timestamptz, true, 1
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                WITH ORDINALITY AS item(id, report_id, number, party, unit, url, text, content_type, language, observed_at,
                live_stream, author_account, media_sha256, content_key, platform, kind, rule_version, status, updated_at,
                place)
            ORDER BY party, unit, content_key, place
            ON CONFLICT (party, unit, content_key) WHERE standing DO NOTHING
            RETURNING id""";

    private static final String REPORT = """
            INSERT INTO report (id, party, unit, reference, category, statement_of_reasons, region, regency, election,
                urgency_reason, flags, good_faith, new_facts, instrument, action, territorial_scope, legal_analysis,
                authority_name, authority_file, confidential_reason, confidential_until, status, status_version,
                received_at, updated_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0)""";

    private static final String REFERENCE =
            "INSERT INTO report_reference (report_id, number, url, kind, note) VALUES (?, ?, ?, ?, ?)";

    private static final String GROUND =
            "INSERT INTO report_legal_ground (report_id, number, instrument, article) VALUES (?, ?, ?, ?)";

    private final Sql sql;

    NewReports(Sql sql) {
        this.sql = sql;
    }

    /**
     * Stores the items whose content their party has no standing item about, and returns their ids. A rival that stores
     * the same content at this moment is waited for. In the order of keys, so that two batches never wait for each other,
     * and of the same key the first one wins.
     */
    Set<UUID> claim(List<ReportItem> items) {
        return new HashSet<>(sql.list(
                CLAIM,
                row -> Sql.id(row, "id"),
                column(items, ReportItem::id, UUID[]::new),
                column(items, ReportItem::reportId, UUID[]::new),
                column(items, ReportItem::number, Integer[]::new),
                column(items, ReportItem::party, String[]::new),
                column(items, ReportItem::unit, String[]::new),
                column(items, ReportItem::url, String[]::new),
                column(items, ReportItem::text, String[]::new),
                column(items, item -> text(item.contentType()), String[]::new),
                column(items, ReportItem::language, String[]::new),
                column(items, item -> text(item.observedAt()), String[]::new),
                column(items, ReportItem::liveStream, Boolean[]::new),
                column(items, ReportItem::authorAccount, String[]::new),
                column(items, ReportItem::mediaSha256, String[]::new),
                column(items, ReportItem::contentKey, String[]::new),
                column(items, ReportItem::platform, String[]::new),
                column(items, ReportItem::kind, String[]::new),
                column(items, ReportItem::ruleVersion, Integer[]::new),
                column(items, item -> text(item.status()), String[]::new),
                column(items, item -> text(item.updatedAt()), String[]::new)));
    }

    /** Stores the reports themselves and what else hangs on them. */
    void store(List<Report> reports) {
        sql.batch(REPORT, reports.stream().map(NewReports::row).toList());
        List<@Nullable Object[]> references = new ArrayList<>();
        List<@Nullable Object[]> grounds = new ArrayList<>();
        for (Report report : reports) {
            for (int i = 0; i < report.references().size(); i++) {
                ReportReference one = report.references().get(i);
                references.add(Sql.row(report.id(), i, one.url(), one.kind(), one.note()));
            }
            for (int i = 0; i < report.legalBasis().size(); i++) {
                LegalGround one = report.legalBasis().get(i);
                grounds.add(Sql.row(report.id(), i, one.instrument(), one.article()));
            }
        }
        sql.batch(REFERENCE, references);
        sql.batch(GROUND, grounds);
    }

    private static @Nullable Object[] row(Report report) {
        Measure measure = report.measure();
        Authority authority = report.authority();
        Confidentiality confidentiality = report.confidentiality();
        return Sql.row(
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
                report.flags().toArray(String[]::new),
                report.goodFaith(),
                report.newFacts(),
                measure == null ? null : measure.instrument(),
                measure == null ? null : measure.action(),
                measure == null ? null : measure.territorialScope().toArray(String[]::new),
                report.legalAnalysis(),
                authority == null ? null : authority.name(),
                authority == null ? null : authority.fileReference(),
                confidentiality == null ? null : confidentiality.reason(),
                confidentiality == null ? null : confidentiality.until(),
                report.status(),
                report.receivedAt(),
                report.updatedAt());
    }

    private static <T> T[] column(
            List<ReportItem> items, Function<ReportItem, @Nullable T> value, Function<Integer, T[]> array) {
        return items.stream().map(value).toArray(array::apply);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
