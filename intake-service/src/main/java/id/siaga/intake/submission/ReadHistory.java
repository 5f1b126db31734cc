// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.sql.Sql;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what has become of a report, and what was added to it, to those who may see the report. */
@ApplicationScoped
class ReadHistory {

    private final Reports reports;
    private final Supplements supplements;
    private final Sql sql;

    ReadHistory(Reports reports, Supplements supplements, Sql sql) {
        this.reports = reports;
        this.supplements = supplements;
        this.sql = sql;
    }

    @Transactional
    HistoryView history(Caller caller, UUID id) {
        Report report = visible(caller, id);
        List<HistoryView.Step> steps = new ArrayList<>();
        steps.add(
                new HistoryView.Step(report.receivedAt(), HistoryView.Kind.RECEIVED, null, ItemStatus.RECEIVED, null));
        steps.addAll(sql.list(
                "SELECT at, kind, item_number, status, reason FROM report_change WHERE report_id = ? ORDER BY number",
                row -> new HistoryView.Step(
                        Sql.time(row, "at"),
                        HistoryView.Kind.valueOf(row.getString("kind")),
                        row.getObject("item_number", Integer.class),
                        status(row.getString("status")),
                        row.getString("reason")),
                id));
        return new HistoryView(steps);
    }

    private static @Nullable ItemStatus status(@Nullable String name) {
        return name == null ? null : ItemStatus.valueOf(name);
    }

    @Transactional
    SupplementList supplements(Caller caller, UUID id) {
        visible(caller, id);
        return new SupplementList(supplements.of(id));
    }

    private Report visible(Caller caller, UUID id) {
        return reports.findFor(Visibility.of(caller), id).orElseThrow(IntakeRefusal.UnknownReport::new);
    }
}
