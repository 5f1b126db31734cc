// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/** What the desk is told of reported items; all events of one content reach it in order. */
@ApplicationScoped
class DeskEvents {

    private static final String TOPIC = "intake.report.v1";

    private final ObjectMapper json;
    private final Clock clock;

    DeskEvents(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** @param sequence the item's own count of events, taken under its report's row lock */
    OutgoingEvent of(ItemEvent event, long sequence) {
        return of(event, sequence, Context.current());
    }

    /** As {@link #of(ItemEvent, long)}, of another trace than the current one. */
    OutgoingEvent of(ItemEvent event, long sequence, Context trace) {
        return new OutgoingEvent(
                TOPIC,
                event.contentKey(),
                Uuid7.next(clock),
                event.type(),
                event.itemId().toString(),
                sequence,
                Set.of(),
                event.reportId().toString(),
                event.at(),
                bytes(event),
                trace);
    }

    private byte[] bytes(ItemEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of our own cannot be written", e);
        }
    }
}
