// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Writes what a reporter can newly see into the history of its report, and has it told. */
@ApplicationScoped
class TellReporter {

    private final Sql sql;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    TellReporter(Sql sql, Outbox outbox, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** Within the transaction of the changes. */
    void tell(List<StatusChange> changes) {
        sql.batch(
                """
                INSERT INTO report_change (report_id, number, at, kind, item_number, status, reason)
                VALUES (?, ?, ?, 'STATUS', ?, ?, ?)""",
                changes.stream()
                        .map(change -> Sql.row(
                                change.reportId(),
                                change.statusVersion(),
                                change.at(),
                                change.itemNumber(),
                                change.itemStatus(),
                                change.reason()))
                        .toList());
        tellAgain(changes);
    }

    /** Of what stands in the history already. */
    void tellAgain(List<StatusChange> changes) {
        outbox.append(changes.stream().map(this::event).toList());
    }

    private OutgoingEvent event(StatusChange change) {
        return new OutgoingEvent(
                ReportStatusChanged.TOPIC,
                change.reportId().toString(),
                Uuid7.next(clock),
                ReportStatusChanged.TYPE,
                change.reportId().toString(),
                change.statusVersion(),
                Set.of(change.party()),
                change.reportId().toString(),
                clock.instant(),
                bytes(ReportStatusChanged.of(change)));
    }

    private byte[] bytes(ReportStatusChanged event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of our own cannot be written", e);
        }
    }
}
