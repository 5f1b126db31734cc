// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a party's report back, or some of its items: the desk is told, and so is the reporter itself. */
@ApplicationScoped
class WithdrawReport {

    private final OwnReports ownReports;
    private final TellReporter tellReporter;
    private final DeskEvents events;
    private final Outbox outbox;
    private final Clock clock;

    WithdrawReport(OwnReports ownReports, TellReporter tellReporter, DeskEvents events, Outbox outbox, Clock clock) {
        this.ownReports = ownReports;
        this.tellReporter = tellReporter;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws IntakeRefusal.Finished when the desk has finished with an item that is named, or with all of them */
    @Transactional
    ReportView withdraw(Caller caller, UUID id, WithdrawalRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Report report = ownReports.lock(caller, id);
        List<StatusChange> changes = new ArrayList<>();
        List<OutgoingEvent> told = new ArrayList<>();
        for (ReportItem item : chosen(report, request.items())) {
            Optional<StatusChange> change = report.withdraw(item, request.reason(), now);
            change.ifPresent(one -> {
                changes.add(one);
                told.add(events.of(event(report, item, request.reason(), now), item.eventSequence()));
            });
        }
        tellReporter.tell(changes);
        outbox.append(told);
        return ReportView.of(report);
    }

    private static List<ReportItem> chosen(Report report, @Nullable Set<Integer> numbers) {
        if (numbers != null) {
            return OwnReports.items(report, numbers);
        }
        List<ReportItem> open =
                report.items().stream().filter(item -> !item.status().isFinal()).toList();
        // With nothing left to take back, its items say whether it was taken back already or finished.
        return open.isEmpty() ? report.items() : open;
    }

    private static ReportWithdrawn event(Report report, ReportItem item, String reason, Instant now) {
        return new ReportWithdrawn(
                report.id(), item.id(), item.number(), report.party(), item.contentKey(), reason, now);
    }
}
