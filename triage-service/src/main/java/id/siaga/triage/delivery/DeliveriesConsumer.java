// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.delivery;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import id.siaga.messaging.Inbox;
import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.UnreadableEvent;
import id.siaga.triage.order.ServeOrder;
import id.siaga.triage.refusal.TriageRefusal;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the news of deliveries from notification-service: an order, or its withdrawal, that reached its platform's endpoint. */
@ApplicationScoped
public class DeliveriesConsumer {

    private static final String CHANNEL = "deliveries-in";
    private static final Set<String> OURS = Set.of(DeliverySucceeded.OF_ORDER, DeliverySucceeded.OF_WITHDRAWAL);

    private final Inbox inbox;
    private final ServeOrder orders;
    private final ObjectReader tree;
    private final ObjectReader reader;

    DeliveriesConsumer(Inbox inbox, ServeOrder orders, ObjectMapper json) {
        this.inbox = inbox;
        this.orders = orders;
        this.tree = json.readerFor(JsonNode.class);
        // Producers may add members; only requests are read strictly.
        this.reader =
                json.readerFor(DeliverySucceeded.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Incoming(CHANNEL)
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take(CHANNEL, records, this::take);
    }

    /** In the order of the orders' ids, so that two consumers never wait for each other. */
    void take(List<IncomingEvent> events) {
        events.stream()
                .filter(event -> event.type().equals(DeliverySucceeded.TYPE))
                .map(this::read)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(DeliverySucceeded::subject))
                .forEach(this::deliver);
    }

    private void deliver(DeliverySucceeded delivery) {
        try {
            if (delivery.eventType().equals(DeliverySucceeded.OF_WITHDRAWAL)) {
                orders.withdrawalDelivered(delivery.party(), delivery.subject(), delivery.receivedAt());
            } else {
                orders.delivered(delivery.party(), delivery.subject(), delivery.receivedAt());
            }
        } catch (TriageRefusal.NotFound e) {
            throw new UnreadableEvent("The subject is no order of that party", e);
        }
    }

    /** Empty for deliveries of other events, whose subjects are not ours to read. */
    private Optional<DeliverySucceeded> read(IncomingEvent event) {
        try {
            JsonNode data = tree.readValue(event.data());
            if (data == null || !data.isObject()) {
                throw new UnreadableEvent("The data is no object");
            }
            return OURS.contains(data.path("eventType").asText())
                    ? Optional.of(reader.readValue(data))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UnreadableEvent("The data is not a succeeded delivery", e);
        }
    }
}
