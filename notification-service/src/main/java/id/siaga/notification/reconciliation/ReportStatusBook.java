// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.reconciliation;

import id.siaga.reconciliation.Book;
import jakarta.enterprise.context.ApplicationScoped;

/** How much it was told of what has become of each report. */
@ApplicationScoped
class ReportStatusBook implements Book {

    @Override
    public String name() {
        return "report-status";
    }

    @Override
    public String entries() {
        return HeardSubjects.entries("report");
    }
}
