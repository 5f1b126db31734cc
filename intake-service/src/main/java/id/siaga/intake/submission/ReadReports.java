// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.submission.ReportList.Row;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows reports to those who may see them. */
@ApplicationScoped
class ReadReports {

    private final Reports reports;
    private final ReportList list;

    ReadReports(Reports reports, ReportList list) {
        this.reports = reports;
        this.list = list;
    }

    /** One report; another party's is as unknown as one that never was. */
    @Transactional
    ReportView one(Caller caller, UUID id) {
        return reports.findFor(Visibility.of(caller), id)
                .map(ReportView::of)
                .orElseThrow(IntakeRefusal.UnknownReport::new);
    }

    /** The first report about what was sent again, in the transaction that adds to it. */
    @Transactional(Transactional.TxType.MANDATORY)
    ReportView repeated(Submitted submitted) {
        return ReportView.of(reports.findById(submitted.reportId()), submitted.repeats());
    }

    /** A page. */
    @Transactional
    ReportPage page(Caller caller, ReportQuery query) {
        // One more than asked for tells whether there is a next page.
        List<Row> rows = list.list(Visibility.of(caller), query, query.limit() + 1);
        boolean more = rows.size() > query.limit();
        List<Row> page = more ? rows.subList(0, query.limit()) : rows;
        return new ReportPage(page.stream().map(Row::summary).toList(), next(query, page, more));
    }

    private static @Nullable String next(ReportQuery query, List<Row> page, boolean more) {
        if (!page.isEmpty() && (more || query.since() != null)) {
            return page.getLast().place().cursor();
        }
        // Nothing new yet: whoever follows changes goes on from where it was.
        return query.since() == null || query.after() == null
                ? null
                : query.after().cursor();
    }
}
