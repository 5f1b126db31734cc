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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells the other services how deliveries of orders go, in the transaction that records it. Of others nobody does anything by
 * such news, and there are as many of them as of all that is sent; what became of those stands in the log.
 */
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

    /** Of what is over: that it was received, or that it will not be. */
    void settled(List<Settled> all) {
        append(all.stream()
                .filter(one -> one.isOver()
                        && isWanted(one.delivery().eventType(), one.delivery().received()))
                .map(this::settled)
                .toList());
    }

    /** Said once of each order that is undelivered when 80 % of the time to serve it is gone. */
    void failing(List<DeliveryFacts> deliveries, Instant at) {
        append(deliveries.stream()
                .filter(d -> isWanted(d.eventType(), d.received()))
                .map(d -> unreceived("failing", d, at, d.lastError()))
                .toList());
    }

    void abandoned(List<DeliveryFacts> deliveries, String why, Instant at) {
        append(deliveries.stream()
                .filter(d -> isWanted(d.eventType(), d.received()))
                .map(d -> unreceived("abandoned", d, at, why))
                .toList());
    }

    /** When a delivery was received. */
    record Receipt(DeliveryFacts delivery, Instant at) {}

    /** Of what was received, and was told of before to somebody who has lost it. */
    void receivedAgain(List<Receipt> receipts) {
        append(receipts.stream().map(one -> succeeded(one.delivery(), one.at())).toList());
    }

    private Told succeeded(DeliveryFacts delivery, Instant at) {
        return new Told("succeeded", delivery, data(delivery).put("receivedAt", at.toString()), at);
    }

    private record Told(String verb, DeliveryFacts delivery, ObjectNode data, Instant time) {}

    private Told settled(Settled settled) {
        DeliveryFacts delivery = settled.facts();
        if (settled.status() == DeliveryStatus.SUCCEEDED) {
            return succeeded(delivery, settled.at());
        }
        return unreceived("abandoned", delivery, settled.at(), settled.error());
    }

    private Told unreceived(String verb, DeliveryFacts delivery, Instant at, @Nullable String error) {
        ObjectNode data = data(delivery).put("at", at.toString());
        if (error != null) {
            data.put("error", error);
        }
        if (delivery.fallbackId() != null) {
            data.put("fallbackEndpointId", delivery.fallbackId().toString());
        }
        return new Told(verb, delivery, data, at);
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

    private void append(List<Told> all) {
        if (all.isEmpty()) {
            return;
        }
        // The counters stay locked until the end; they are taken in order, so that two transactions do not cross.
        Map<String, Integer> counts =
                all.stream().collect(Collectors.toMap(told -> told.delivery().subject(), told -> 1, Integer::sum));
        Map<String, Long> next = sequences.take(counts);
        outbox.append(all.stream()
                .map(told -> event(told, next.merge(told.delivery().subject(), 1L, Long::sum) - 1))
                .toList());
    }

    /** What has arrived once is told of no more: a receiver that asks for it again starts no clock, nor another way. */
    private static boolean isWanted(String eventType, boolean received) {
        return Priority.of(eventType) == Priority.ORDER && !received;
    }

    private OutgoingEvent event(Told told, long sequence) {
        DeliveryFacts delivery = told.delivery();
        try {
            return new OutgoingEvent(
                    TOPIC,
                    delivery.subject(),
                    Uuid7.at(told.time()),
                    "id.siaga.delivery." + told.verb() + ".v1",
                    delivery.subject(),
                    sequence,
                    Set.of(),
                    delivery.correlationId(),
                    told.time(),
                    json.writeValueAsBytes(told.data()));
        } catch (JsonProcessingException ownTree) {
            throw new IllegalStateException(ownTree);
        }
    }
}
