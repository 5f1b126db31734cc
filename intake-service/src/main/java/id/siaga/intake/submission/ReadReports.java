// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.submission.ReportPage.ReportSummary;
import id.siaga.web.Caller;
import id.siaga.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

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
    ReportPage page(Caller caller, ReportQuery query) {
        // One more than asked for tells whether there is a next page.
        List<ReportSummary> rows = reports.list(Visibility.of(caller), query, query.limit() + 1);
        if (rows.size() <= query.limit()) {
            return new ReportPage(rows, null);
        }
        List<ReportSummary> page = rows.subList(0, query.limit());
        return new ReportPage(page, Cursor.of(page.getLast().id().toString()));
    }
}
