// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.delivery;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.ChannelHandler;
import id.siaga.messaging.Inbox;
import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.UnreadableEvent;
import id.siaga.triage.canary.ReceiveCanary;
import id.siaga.triage.order.GoAnotherWay;
import id.siaga.triage.order.ServeOrder;
import id.siaga.triage.refusal.TriageRefusal;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes the news of deliveries from notification-service: an order, or its withdrawal, that reached its platform's endpoint,
 * or that does not; and those that it has pulled. Of canaries it takes that they were received.
 */
@ApplicationScoped
public class DeliveriesConsumer implements ChannelHandler {

    private static final String CHANNEL = "deliveries-in";
    private static final String OF_ORDER = "id.siaga.order.issued.v1";
    private static final String OF_WITHDRAWAL = "id.siaga.order.withdrawn.v1";
    private static final String OF_CANARY = "id.siaga.canary.forwarded.v1";
    private static final Set<String> READ = Set.of(OF_ORDER, OF_WITHDRAWAL, OF_CANARY);

    private final Inbox inbox;
    private final ServeOrder served;
    private final GoAnotherWay ways;
    private final ReceiveCanary canaries;
    private final ObjectMapper json;

    DeliveriesConsumer(Inbox inbox, ServeOrder served, GoAnotherWay ways, ReceiveCanary canaries, ObjectMapper json) {
        this.inbox = inbox;
        this.served = served;
        this.ways = ways;
        this.canaries = canaries;
        this.json = json;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Incoming(CHANNEL)
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take(CHANNEL, records, this);
    }

    /** What is to be done about an order, or a canary. */
    private record News(UUID subject, Runnable taken) {}

    /** In the order of their ids, so that two consumers never wait for each other. */
    @Override
    public void handle(List<IncomingEvent> events) {
        events.stream()
                .map(this::news)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(News::subject))
                .forEach(DeliveriesConsumer::take);
    }

    private static void take(News news) {
        try {
            news.taken().run();
        } catch (TriageRefusal.NotFound e) {
            throw new UnreadableEvent("The subject is no order of that party", e);
        }
    }

    private Optional<News> news(IncomingEvent event) {
        return switch (event.type()) {
            case DeliverySucceeded.TYPE -> read(event, DeliverySucceeded.class).map(this::succeeded);
            case EventsCommitted.TYPE -> read(event, EventsCommitted.class).map(this::committed);
            case DeliveryTrouble.FAILING -> read(event, DeliveryTrouble.class).flatMap(this::failing);
            case DeliveryTrouble.ABANDONED -> read(event, DeliveryTrouble.class).flatMap(this::abandoned);
            default -> Optional.empty();
        };
    }

    private News succeeded(DeliverySucceeded delivery) {
        UUID subject = delivery.subject();
        return new News(
                subject,
                switch (delivery.eventType()) {
                    case OF_CANARY -> () -> canaries.received(subject, delivery.receivedAt());
                    case OF_WITHDRAWAL ->
                        () -> served.withdrawalDelivered(delivery.party(), subject, delivery.receivedAt());
                    default -> () -> served.delivered(delivery.party(), subject, delivery.receivedAt());
                });
    }

    private News committed(EventsCommitted commit) {
        UUID subject = commit.subject();
        return new News(
                subject,
                switch (commit.eventType()) {
                    case OF_CANARY -> () -> canaries.received(subject, commit.committedAt());
                    case OF_WITHDRAWAL ->
                        () -> served.withdrawalCommitted(commit.party(), subject, commit.committedAt());
                    default -> () -> served.committed(commit.party(), subject, commit.committedAt());
                });
    }

    /** Only orders have a time by which they are served, of which most may be gone. */
    private Optional<News> failing(DeliveryTrouble trouble) {
        UUID order = trouble.subject();
        return trouble.eventType().equals(OF_ORDER)
                ? Optional.of(new News(order, () -> ways.failing(trouble.party(), order, trouble.error())))
                : Optional.empty();
    }

    /** A canary that does not arrive is missed, and goes no other way. */
    private Optional<News> abandoned(DeliveryTrouble trouble) {
        UUID order = trouble.subject();
        if (trouble.eventType().equals(OF_CANARY)) {
            return Optional.empty();
        }
        if (trouble.fallbackEndpointId() != null) {
            return Optional.of(new News(order, () -> ways.failedOver(trouble.party(), order, trouble.error())));
        }
        return Optional.of(new News(
                order,
                trouble.eventType().equals(OF_WITHDRAWAL)
                        ? () -> ways.withdrawalAbandoned(trouble.party(), order, trouble.error())
                        : () -> ways.abandoned(trouble.party(), order, trouble.error())));
    }

    /** Empty for deliveries of other events, whose subjects are not ours to read. */
    private <T> Optional<T> read(IncomingEvent event, Class<T> type) {
        try {
            JsonNode data = json.readTree(event.data());
            if (data == null || !data.isObject()) {
                throw new UnreadableEvent("The data is no object");
            }
            String about = data.path("eventType").asText();
            // Producers may add members; only requests are read strictly.
            return READ.contains(about)
                    ? Optional.of(json.readerFor(type)
                            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .readValue(data))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UnreadableEvent("The data is not what is told of a delivery", e);
        }
    }
}
