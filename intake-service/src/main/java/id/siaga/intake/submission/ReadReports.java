// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.submission.ReportPage.ReportSummary;
import id.siaga.web.Caller;
import id.siaga.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows reports to those who may see them. */
@ApplicationScoped
class ReadReports {

    private final Reports reports;

    ReadReports(Reports reports) {
        this.reports = reports;
    }

    /** One report; another party's is as unknown as one that never was. */
    @Transactional
    ReportView one(Caller caller, UUID id) {
        return reports.findFor(Visibility.of(caller), id)
                .map(ReportView::of)
                .orElseThrow(IntakeRefusal.UnknownReport::new);
    }

    /** A page, newest first. */
    @Transactional
    ReportPage page(Caller caller, @Nullable ItemStatus status, @Nullable String cursor, int limit) {
        UUID after = cursor == null ? null : place(cursor);
        // One more than asked for tells whether there is a next page.
        List<ReportSummary> rows = reports.list(Visibility.of(caller), status, after, limit + 1);
        if (rows.size() <= limit) {
            return new ReportPage(rows, null);
        }
        List<ReportSummary> page = rows.subList(0, limit);
        return new ReportPage(page, Cursor.of(page.getLast().id().toString()));
    }

    private static UUID place(String cursor) {
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).getFirst());
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.refused();
        }
    }
}
