// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.reconciliation;

import id.siaga.intake.submission.RestateReports;
import id.siaga.reconciliation.Held;
import id.siaga.reconciliation.OwnBook;
import id.siaga.reconciliation.Restating;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was added to items, of which the desk was told. */
@ApplicationScoped
class SupplementsBook implements OwnBook {

    private final RestateReports reports;

    SupplementsBook(RestateReports reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "supplements";
    }

    @Override
    public String entries() {
        return """
                SELECT id, report_id AS about, 'ADDED' AS status, '' AS state, 0 AS told, 0 AS sequence
                FROM supplement WHERE item_number IS NOT NULL AND id >= ? AND id < ?""";
    }

    @Override
    public int restate(List<Held> held, Restating restating) {
        return reports.supplements(held.stream().map(Held::id).toList());
    }
}
