// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Caller;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The caller's own report, locked for a change of it. */
@ApplicationScoped
class OwnReports {

    private final Reports reports;

    OwnReports(Reports reports) {
        this.reports = reports;
    }

    /** @throws IntakeRefusal.UnknownReport when it is another party's, or nobody's */
    @Transactional(Transactional.TxType.MANDATORY)
    Report lock(Caller caller, UUID id) {
        Visibility own = Visibility.own(caller);
        return reports.lock(List.of(id)).stream()
                .filter(own::covers)
                .findFirst()
                .orElseThrow(IntakeRefusal.UnknownReport::new);
    }

    /** The items with these numbers; 400 when there is none with one of them. */
    static List<ReportItem> items(Report report, Set<Integer> numbers) {
        List<ReportItem> items = report.items().stream()
                .filter(item -> numbers.contains(item.number()))
                .toList();
        if (items.size() < numbers.size()) {
            throw new InvalidRequest("/items", "must be numbers of the report's items");
        }
        return items;
    }
}
