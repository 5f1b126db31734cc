// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How fast and in which order an endpoint is told, as its owner wants it. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class PaceTest {

    private final WebhookSink sink = new WebhookSink();
    private final List<RegisteredParty> registered = new ArrayList<>();

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void noMoreIsSentInASecondThanAnEndpointTakes() {
        // Given
        register(Map.of("rateLimit", 4));

        // When
        List<String> events = statuses(13);

        // Then
        awaitAll(events);
        List<Received> received = sink.received();
        Duration whole =
                Duration.between(received.getFirst().at(), received.getLast().at());
        assertTrue(whole.compareTo(Duration.ofMillis(2500)) > 0, "all in " + whole);
        for (int i = 0; i + 6 < received.size(); i++) {
            Duration six =
                    Duration.between(received.get(i).at(), received.get(i + 6).at());
            assertTrue(six.compareTo(Duration.ofMillis(800)) > 0, "seven in " + six);
        }
    }

    @Test
    void anOrderIsCountedAndWaitsForNoRate() {
        // Given
        register(Map.of("rateLimit", 1));
        List<String> statuses = statuses(3);
        sink.await(statuses.getFirst(), 1);

        // When
        List<String> orders = IntStream.range(0, 5)
                .mapToObj(i -> EventFixture.anOrder().send())
                .toList();
        String last = EventFixture.aReportStatus().toldTo("google").send();

        // Then
        awaitAll(orders);
        assertEquals(List.of(), sink.received(last));
        sink.await(last, 1);
        Duration waited = Duration.between(
                sink.received(orders.getFirst()).getFirst().at(),
                sink.received(last).getFirst().at());
        assertTrue(waited.compareTo(Duration.ofSeconds(5)) > 0, "waited " + waited);
    }

    @Test
    void whoWantsNoOrderIsToldWhatCanBeTold() {
        // Given
        EventFixture first = EventFixture.aReportStatus().toldTo("google");
        EventFixture second = EventFixture.aReportStatus()
                .toldTo("google")
                .about(first.subject())
                .numbered(2);
        EventFixture order = EventFixture.anOrder();
        EventFixture next = EventFixture.anOrder().about(order.subject()).numbered(2);
        sink.answering(
                request -> request.id().equals(first.id()) || request.id().equals(order.id())
                        ? Reply.status(503).with("Retry-After", "30")
                        : Reply.status(204));
        RegisteredParty google = register(Map.of("ordered", false));

        // When
        List.of(first, order).forEach(EventFixture::send);
        google.awaitAttempts(first.id(), 1);
        google.awaitAttempts(order.id(), 1);
        List.of(second, next).forEach(EventFixture::send);

        // Then
        google.awaitDelivery(second.id(), "SUCCEEDED");
        google.awaitDelivery(first.id(), "PENDING");
        google.awaitDelivery(next.id(), "PENDING");
        assertEquals(List.of(), sink.received(next.id()));
    }

    @Test
    void whoWantsOrderWaits() {
        // Given
        EventFixture first = EventFixture.aReportStatus().toldTo("google");
        EventFixture second = EventFixture.aReportStatus()
                .toldTo("google")
                .about(first.subject())
                .numbered(2);
        EventFixture other = EventFixture.aReportStatus().toldTo("google");
        sink.answering(request ->
                request.id().equals(first.id()) ? Reply.status(503).with("Retry-After", "30") : Reply.status(204));
        RegisteredParty google = register(Map.of());

        // When
        first.send();
        google.awaitAttempts(first.id(), 1);
        List.of(second, other).forEach(EventFixture::send);

        // Then
        google.awaitDelivery(other.id(), "SUCCEEDED");
        google.awaitDelivery(second.id(), "PENDING");
        assertEquals(List.of(), sink.received(second.id()));
    }

    private static List<String> statuses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> EventFixture.aReportStatus().toldTo("google").send())
                .toList();
    }

    private void awaitAll(List<String> events) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> events.stream()
                .noneMatch(id -> sink.received(id).isEmpty()));
    }

    private RegisteredParty register(Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("url", sink.url("/google"));
        request.put("eventTypes", List.of("*"));
        RegisteredParty endpoint = RegisteredParty.register("google", "platform", request);
        registered.add(endpoint);
        return endpoint;
    }
}
