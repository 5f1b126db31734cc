// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.canary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/**
 * Issues a canary by the way of reports, once for each period whichever replica does. One row says of which period the last
 * one was; what was missed is not made up for, since a canary tells of the moment.
 */
@ApplicationScoped
class IssueCanary {

    private static final String TOPIC = "intake.report.v1";

    private static final String NEXT = """
            INSERT INTO canary (one, period, issued_at) VALUES (true, ?, ?)
            ON CONFLICT (one) DO UPDATE SET period = excluded.period, issued_at = excluded.issued_at
            WHERE canary.period < excluded.period""";

    private final Sql sql;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    IssueCanary(Sql sql, Outbox outbox, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Issues that of this period, unless one is.
     *
     * @param period when it began
     * @return when the newest one was issued
     */
    @WithSpan
    @Transactional
    Instant issue(Instant period) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (sql.update(NEXT, period, now) > 0) {
            outbox.append(event(Uuid7.at(now), now));
        }
        return sql.list("SELECT issued_at FROM canary", row -> Sql.time(row, "issued_at"))
                .getFirst();
    }

    private OutgoingEvent event(UUID id, Instant now) {
        String subject = id.toString();
        return new OutgoingEvent(
                TOPIC,
                subject,
                Uuid7.at(now),
                CanaryIssued.TYPE,
                subject,
                1,
                Set.of(),
                subject,
                now,
                bytes(new CanaryIssued(id, now)));
    }

    private byte[] bytes(CanaryIssued canary) {
        try {
            return json.writeValueAsBytes(canary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of our own cannot be written", e);
        }
    }
}
