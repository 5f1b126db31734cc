// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the other services how deliveries go, in the transaction that records it. */
@ApplicationScoped
class DeliveryEvents {

    private static final String TOPIC = "notification.delivery.v1";

    private final Outbox outbox;
    private final SubjectSequences sequences;
    private final ObjectMapper json;

    DeliveryEvents(Outbox outbox, SubjectSequences sequences, ObjectMapper json) {
        this.outbox = outbox;
        this.sequences = sequences;
        this.json = json;
    }

    void succeeded(DeliveryFacts delivery, Instant receivedAt) {
        ObjectNode data = data(delivery).put("receivedAt", receivedAt.toString());
        append("succeeded", List.of(new Told(delivery, data)), receivedAt);
    }

    /** Said once of each order that is undelivered when 80 % of the time to serve it is gone. */
    void failing(List<DeliveryFacts> deliveries, Instant at) {
        append(
                "failing",
                deliveries.stream().map(d -> told(d, at, d.lastError())).toList(),
                at);
    }

    void abandoned(List<DeliveryFacts> deliveries, String why, Instant at) {
        append("abandoned", deliveries.stream().map(d -> told(d, at, why)).toList(), at);
    }

    private record Told(DeliveryFacts delivery, ObjectNode data) {}

    private Told told(DeliveryFacts delivery, Instant at, @Nullable String error) {
        ObjectNode data = data(delivery).put("at", at.toString());
        if (error != null) {
            data.put("error", error);
        }
        return new Told(delivery, data);
    }

    private ObjectNode data(DeliveryFacts delivery) {
        return json.createObjectNode()
                .put("deliveryId", delivery.id().toString())
                .put("eventId", delivery.eventId().toString())
                .put("eventType", delivery.eventType())
                .put("subject", delivery.subject())
                .put("endpointId", delivery.endpointId().toString())
                .put("party", delivery.party())
                .put("attempts", delivery.attempts());
    }

    private void append(String verb, List<Told> all, Instant time) {
        if (all.isEmpty()) {
            return;
        }
        // Subjects in order: the counters stay locked until the end, and two transactions must not cross.
        Map<String, List<Told>> bySubject = all.stream()
                .sorted(Comparator.comparing(told -> told.delivery().id()))
                .collect(Collectors.groupingBy(told -> told.delivery().subject()));
        List<OutgoingEvent> events = new ArrayList<>(all.size());
        for (String subject : new TreeSet<>(bySubject.keySet())) {
            List<Told> ofSubject = bySubject.getOrDefault(subject, List.of());
            long next = sequences.take(subject, ofSubject.size());
            for (Told told : ofSubject) {
                events.add(event(verb, told, next++, time));
            }
        }
        outbox.append(events);
    }

    private OutgoingEvent event(String verb, Told told, long sequence, Instant time) {
        DeliveryFacts delivery = told.delivery();
        try {
            return new OutgoingEvent(
                    TOPIC,
                    delivery.subject(),
                    Uuid7.at(time),
                    "id.siaga.delivery." + verb + ".v1",
                    delivery.subject(),
                    sequence,
                    Set.of(),
                    delivery.correlationId(),
                    time,
                    json.writeValueAsBytes(told.data()));
        } catch (JsonProcessingException ownTree) {
            throw new IllegalStateException(ownTree);
        }
    }
}
