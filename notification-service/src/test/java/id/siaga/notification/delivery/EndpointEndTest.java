// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.web.Contracts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to deliveries whose endpoints end. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class EndpointEndTest {

    private final WebhookSink sink = new WebhookSink();
    private final ToldDeliveries told = new ToldDeliveries();
    private final List<RegisteredParty> registered = new ArrayList<>();

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void anEndpointThatIsGoneIsDisabledWithAllThatWaitsForIt() {
        // Given
        EventFixture first = EventFixture.anOrder();
        EventFixture waiting = EventFixture.anOrder().about(first.subject()).numbered(2);
        AtomicInteger status = new AtomicInteger(503);
        sink.answering(request -> Reply.status(request.id().equals(first.id()) ? status.get() : 204));
        RegisteredParty google = register("google", "/google");
        first.send();
        waiting.send();
        google.awaitDelivery(waiting.id(), "PENDING");

        // When
        status.set(410);

        // Then
        google.awaitDelivery(first.id(), "ABANDONED");
        google.awaitDelivery(waiting.id(), "CANCELLED");
        assertEquals("DISABLED", google.endpoint().getString("status"));
        List<ConsumerRecord<String, byte[]>> events = told.await(first, "abandoned", 2);
        events.forEach(event -> Contracts.own().assertValid("delivery-abandoned.v1", event.value()));
        assertEquals(
                Set.of(first.id(), waiting.id()),
                events.stream()
                        .map(event ->
                                JsonPath.from(new String(event.value(), UTF_8)).getString("eventId"))
                        .collect(Collectors.toSet()));
        assertEquals(List.of(), sink.received(waiting.id()));
    }

    @Test
    void deletingAnEndpointEndsWhatWaitsForIt() {
        // Given
        sink.answering(Reply.status(503).with("Retry-After", "60"));
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");
        EventFixture first = EventFixture.anOrder();
        EventFixture second = EventFixture.anOrder().about(first.subject()).numbered(2);
        first.send();
        second.send();
        google.awaitAttempts(first.id(), 1);
        google.awaitDelivery(second.id(), "PENDING");

        // When
        google.delete();

        // Then
        List<ConsumerRecord<String, byte[]>> events = told.await(first, "abandoned", 2);
        assertEquals(
                Set.of("the endpoint was deleted"),
                events.stream()
                        .map(event ->
                                JsonPath.from(new String(event.value(), UTF_8)).getString("error"))
                        .collect(Collectors.toSet()));
        assertEquals(1, sink.received().size());
    }

    @Test
    void aDeliveryInFlightOutlivesTheDeletionOfItsEndpoint() {
        // Given
        sink.answering(Reply.HANG);
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");
        EventFixture order = EventFixture.anOrder();
        sink.await(order.send(), 1);

        // When
        google.delete();

        // Then
        JsonPath data = JsonPath.from(
                new String(told.await(order, "abandoned", 1).getFirst().value(), UTF_8));
        assertEquals("the endpoint has ended", data.getString("error"));
        assertEquals(1, data.getInt("attempts"));
        assertEquals(1, sink.received().size());
    }

    private RegisteredParty register(String party, String path) {
        RegisteredParty endpoint = RegisteredParty.register(party, "platform", sink.url(path), "*");
        registered.add(endpoint);
        return endpoint;
    }
}
