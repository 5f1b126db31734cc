// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.reconciliation;

import id.siaga.intake.submission.RestateReports;
import id.siaga.reconciliation.Held;
import id.siaga.reconciliation.OwnBook;
import id.siaga.reconciliation.Restating;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How much reporters were told of what has become of their reports. */
@ApplicationScoped
class ReportStatusBook implements OwnBook {

    private final RestateReports reports;

    ReportStatusBook(RestateReports reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "report-status";
    }

    @Override
    public String entries() {
        return """
                SELECT id, id AS about, status, '' AS state, status_version - untold AS told, status_version AS sequence
                FROM report WHERE status_version <> untold AND id >= ? AND id < ?""";
    }

    @Override
    public int restate(List<Held> held, Restating restating) {
        return reports.statuses(held.stream()
                .map(one -> new RestateReports.Known(one.id(), one.told(), one.sequence()))
                .toList());
    }
}
