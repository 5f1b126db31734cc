// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Stores a report and tells the desk of each item, in one transaction. */
@ApplicationScoped
class SubmitReport {

    private static final String TOPIC = "intake.report.v1";
    private static final String TYPE = "id.siaga.report.submitted.v1";

    private final Reports reports;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    SubmitReport(Reports reports, Outbox outbox, ObjectMapper json, Clock clock) {
        this.reports = reports;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Report submit(String party, ReportDraft draft) {
        // PostgreSQL keeps microseconds; what is answered now must equal what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Report report = new Report(Uuid7.next(clock), party, draft, now, () -> Uuid7.next(clock));
        reports.persist(report);
        List<OutgoingEvent> events =
                report.items().stream().map(item -> event(report, item)).toList();
        outbox.append(events);
        return report;
    }

    private OutgoingEvent event(Report report, ReportItem item) {
        return new OutgoingEvent(
                TOPIC,
                item.contentKey(),
                Uuid7.next(clock),
                TYPE,
                item.id().toString(),
                1,
                Set.of(),
                report.id().toString(),
                report.receivedAt(),
                bytes(ReportSubmitted.of(report, item)));
    }

    private byte[] bytes(ReportSubmitted event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of our own cannot be written", e);
        }
    }
}
