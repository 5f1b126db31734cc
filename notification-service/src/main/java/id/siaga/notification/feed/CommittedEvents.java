// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import id.siaga.notification.delivery.SubjectSequences;
import id.siaga.notification.feed.FeedCommits.Passed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the other services which orders a party has pulled and committed, in the transaction that moves its place. */
@ApplicationScoped
class CommittedEvents {

    private static final String TOPIC = "notification.delivery.v1";
    private static final String TYPE = "id.siaga.events.committed.v1";

    private final Outbox outbox;
    private final SubjectSequences sequences;
    private final ObjectMapper json;

    CommittedEvents(Outbox outbox, SubjectSequences sequences, ObjectMapper json) {
        this.outbox = outbox;
        this.sequences = sequences;
        this.json = json;
    }

    void committed(String party, List<Passed> all, Instant at) {
        if (all.isEmpty()) {
            return;
        }
        Map<String, Integer> counts = new HashMap<>();
        all.forEach(passed -> counts.merge(passed.subject(), 1, Integer::sum));
        Map<String, Long> next = new HashMap<>(sequences.take(counts));
        List<OutgoingEvent> events = new ArrayList<>(all.size());
        for (Passed passed : all) {
            long number = next.merge(passed.subject(), 1L, Long::sum) - 1;
            events.add(event(party, passed, number, at));
        }
        outbox.append(events);
    }

    private OutgoingEvent event(String party, Passed passed, long number, Instant at) {
        return new OutgoingEvent(
                TOPIC,
                passed.subject(),
                Uuid7.at(at),
                TYPE,
                passed.subject(),
                number,
                Set.of(),
                passed.correlationId(),
                at,
                data(party, passed, at));
    }

    private byte[] data(String party, Passed passed, Instant at) {
        return json.createObjectNode()
                .put("eventId", passed.eventId().toString())
                .put("eventType", passed.eventType())
                .put("subject", passed.subject())
                .put("party", party)
                .put("committedAt", at.toString())
                .toString()
                .getBytes(UTF_8);
    }
}
