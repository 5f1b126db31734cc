// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.retention;

import id.siaga.intake.contact.Contacts;
import id.siaga.intake.evidence.DropEvidence;
import id.siaga.intake.submission.KeptReports;
import id.siaga.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** Deletes what has been kept long enough, some at a time, so that no lock is held for long. */
@ApplicationScoped
class Expire {

    private static final String CONTACTS = "contacts";
    private static final String EVIDENCE = "evidence";
    private static final String ANSWERS = "answers";
    private static final String IMPORT_LINES = "import-lines";
    private static final String REPORTS = "reports";

    static final List<String> WHAT = List.of(CONTACTS, EVIDENCE, ANSWERS, IMPORT_LINES, REPORTS);

    private static final Logger LOG = Logger.getLogger(Expire.class);
    private static final int BATCH = 500;

    private final RetentionLimits limits;
    private final KeptReports reports;
    private final Contacts contacts;
    private final DropEvidence evidence;
    private final Sql sql;
    private final RetentionMetrics metrics;
    private final Clock clock;

    Expire(
            RetentionLimits limits,
            KeptReports reports,
            Contacts contacts,
            DropEvidence evidence,
            Sql sql,
            RetentionMetrics metrics,
            Clock clock) {
        this.limits = limits;
        this.reports = reports;
        this.contacts = contacts;
        this.evidence = evidence;
        this.sql = sql;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Deletes all that is due now. */
    void run() {
        Instant now = clock.instant();
        Map<String, Duration> special = limits.categories();
        special.forEach((category, kept) -> reports(Set.of(category), false, now.minus(kept)));
        reports(special.keySet(), true, now.minus(limits.reports()));
        inBatches(CONTACTS, () -> contacts(now.minus(limits.contacts())));
        inBatches(EVIDENCE, () -> evidence(now.minus(limits.evidence())));
        inBatches(ANSWERS, () -> old("idempotency", now));
        inBatches(IMPORT_LINES, () -> old("import_line", now));
    }

    private void reports(Collection<String> categories, boolean other, Instant before) {
        inBatches(REPORTS, () -> {
            List<UUID> expired = reports.expired(categories, other, before, BATCH);
            contacts.erase(expired);
            evidence.ofReports(expired);
            reports.delete(expired);
            return expired.size();
        });
    }

    private int contacts(Instant before) {
        return sql.update("""
                DELETE FROM report_contact WHERE report_id IN (
                    SELECT report_id FROM report_contact JOIN report ON report.id = report_id
                    WHERE received_at < ? AND legal_hold IS NULL
                    ORDER BY report_id LIMIT ? FOR UPDATE OF report_contact SKIP LOCKED)""", before, BATCH);
    }

    private int evidence(Instant before) {
        List<UUID> reports = sql.list("""
                SELECT id FROM report WHERE id IN (
                    SELECT report_id FROM evidence JOIN report ON report.id = report_id
                    WHERE received_at < ? AND legal_hold IS NULL)
                ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED""", row -> Sql.id(row, "id"), before, BATCH);
        evidence.ofReports(reports);
        return reports.size();
    }

    private int old(String table, Instant now) {
        return sql.update(
                "DELETE FROM " + table + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM " + table
                        + " WHERE created_at < ? LIMIT ?))",
                now.minus(limits.answers()),
                BATCH);
    }

    private void inBatches(String what, IntSupplier batch) {
        int all = 0;
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(batch::getAsInt);
            all += deleted;
        } while (deleted == BATCH);
        if (all > 0) {
            metrics.deleted(what, all);
            LOG.infof("Retention: %d %s deleted", all, what);
        }
    }
}
