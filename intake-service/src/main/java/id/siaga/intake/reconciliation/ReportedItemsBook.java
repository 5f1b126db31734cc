// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.reconciliation;

import id.siaga.intake.submission.RestateReports;
import id.siaga.reconciliation.Held;
import id.siaga.reconciliation.OwnBook;
import id.siaga.reconciliation.Restating;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The items that the desk was told of. */
@ApplicationScoped
class ReportedItemsBook implements OwnBook {

    private final RestateReports reports;

    ReportedItemsBook(RestateReports reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "reported-items";
    }

    @Override
    public String entries() {
        return """
                SELECT id, report_id AS about, status,
                       CASE status WHEN 'WITHDRAWN' THEN 'WITHDRAWN' ELSE 'STANDING' END AS state, 0 AS told, 0 AS sequence
                FROM report_item WHERE id >= ? AND id < ?""";
    }

    @Override
    public int restate(List<Held> held, Restating restating) {
        return reports.items(held.stream().map(Held::id).toList());
    }
}
