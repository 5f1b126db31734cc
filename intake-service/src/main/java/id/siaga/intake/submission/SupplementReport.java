// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.messaging.Outbox;
import id.siaga.web.Caller;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Adds to a party's report what it says later. */
@ApplicationScoped
class SupplementReport {

    private final OwnReports ownReports;
    private final AddSupplements addSupplements;
    private final Supplements supplements;
    private final Outbox outbox;
    private final Clock clock;

    SupplementReport(
            OwnReports ownReports, AddSupplements addSupplements, Supplements supplements, Outbox outbox, Clock clock) {
        this.ownReports = ownReports;
        this.addSupplements = addSupplements;
        this.supplements = supplements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws IntakeRefusal.Finished when an item that is named, or all of them, were withdrawn */
    @Transactional(Transactional.TxType.MANDATORY)
    SupplementList supplement(Caller caller, UUID id, SupplementRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Report report = ownReports.lock(caller, id);
        List<ReportReference> references = ReferenceRequest.kept(request.references());
        List<Addition> additions = chosen(report, request).stream()
                .map(item -> new Addition(
                        report.id(),
                        item.id(),
                        request.reference(),
                        request.statement(),
                        request.newFacts(),
                        request.urgencyReason(),
                        references,
                        Context.current()))
                .toList();
        AddSupplements.Added added = addSupplements.add(additions, now);
        outbox.append(added.events());
        Set<UUID> ids = Set.copyOf(added.ids());
        return new SupplementList(supplements.of(id).stream()
                .filter(one -> ids.contains(one.id()))
                .toList());
    }

    private static List<ReportItem> chosen(Report report, SupplementRequest request) {
        List<ReportItem> items = request.items() == null ? report.items() : OwnReports.items(report, request.items());
        List<ReportItem> standing = items.stream()
                .filter(item -> item.status() != ItemStatus.WITHDRAWN)
                .toList();
        if (standing.isEmpty() || (request.items() != null && standing.size() < items.size())) {
            throw new IntakeRefusal.Withdrawn();
        }
        return standing;
    }
}
