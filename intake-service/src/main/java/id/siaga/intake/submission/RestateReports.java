// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells again what reporters have sent, or have been told, as it is now; within the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RestateReports {

    /**
     * What others know of a report.
     *
     * @param told how much they were told
     * @param seen the highest number that they have seen
     */
    public record Known(UUID reportId, long told, long seen) {}

    private final Reports reports;
    private final Supplements supplements;
    private final TellReporter tellReporter;
    private final DeskEvents events;
    private final Outbox outbox;
    private final Sql sql;

    RestateReports(
            Reports reports,
            Supplements supplements,
            TellReporter tellReporter,
            DeskEvents events,
            Outbox outbox,
            Sql sql) {
        this.reports = reports;
        this.supplements = supplements;
        this.tellReporter = tellReporter;
        this.events = events;
        this.outbox = outbox;
        this.sql = sql;
    }

    /** Tells the desk of items, and of those that were taken back also that; returns how many are known here. */
    public int items(Collection<UUID> ids) {
        Set<UUID> wanted = new HashSet<>(ids);
        List<UUID> of = sql.list(
                "SELECT DISTINCT report_id FROM report_item WHERE id = ANY (?)",
                row -> Sql.id(row, "report_id"),
                (Object) ids.toArray(UUID[]::new));
        List<OutgoingEvent> told = new ArrayList<>();
        int known = 0;
        for (Report report : reports.lock(of)) {
            for (ReportItem item : report.items()) {
                if (wanted.contains(item.id())) {
                    known++;
                    told.add(events.of(ReportSubmitted.of(report, item), item.nextEvent()));
                    if (item.status() == ItemStatus.WITHDRAWN) {
                        told.add(events.of(withdrawn(report, item), item.nextEvent()));
                    }
                }
            }
        }
        outbox.append(told);
        return known;
    }

    private static ReportWithdrawn withdrawn(Report report, ReportItem item) {
        return new ReportWithdrawn(
                report.id(),
                item.id(),
                item.number(),
                report.party(),
                item.contentKey(),
                Objects.requireNonNullElse(item.reason(), ""),
                item.updatedAt());
    }

    /** Tells the desk of supplements; returns how many are known here. */
    public int supplements(Collection<UUID> ids) {
        supplements.lock(new TreeSet<>(sql.list(
                "SELECT report_id FROM supplement WHERE id = ANY (?)", row -> Sql.id(row, "report_id"), (Object)
                        ids.toArray(UUID[]::new))));
        List<OutgoingEvent> told = supplements.again(ids).stream()
                .map(one -> events.of(one.event(), one.sequence()))
                .toList();
        outbox.append(told);
        return told.size();
    }

    /** Tells reporters what has become of their reports; returns how many are known here. */
    public int statuses(Collection<Known> known) {
        Map<UUID, Known> byId = known.stream().collect(Collectors.toMap(Known::reportId, Function.identity()));
        List<Report> found = reports.lock(byId.keySet());
        for (Report report : found) {
            Known others = Objects.requireNonNull(byId.get(report.id()));
            tellReporter.tellAgain(report.again(others.told(), others.seen()));
        }
        return found.size();
    }
}
