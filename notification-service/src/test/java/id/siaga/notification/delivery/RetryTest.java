// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.web.Contracts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to deliveries whose endpoints fail. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class RetryTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final WebhookSink sink = new WebhookSink();
    private final ToldDeliveries told = new ToldDeliveries();
    private final List<RegisteredParty> registered = new ArrayList<>();

    @Inject
    @ConfigProperty(name = "siaga.egress.total-limit")
    Duration totalLimit;

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void aFailureIsRepeatedUnderTheSameIdWithTheSameBytes() {
        // Given
        sink.answering(
                Reply.status(500).saying("database on fire"), Reply.status(200).saying("ok"));
        RegisteredParty google = register("google", "/google");
        EventFixture order = EventFixture.anOrder();

        // When
        order.send();

        // Then
        Map<String, Object> delivery = google.awaitDelivery(order.id(), "SUCCEEDED");
        List<Received> webhooks = sink.received(order.id());
        assertEquals(2, webhooks.size());
        assertArrayEquals(webhooks.get(0).body(), webhooks.get(1).body());
        // Each is signed with its own time, which is told in seconds: within one of them both are signed alike.
        assertEquals(
                header(webhooks.get(0), "webhook-timestamp").equals(header(webhooks.get(1), "webhook-timestamp")),
                header(webhooks.get(0), "webhook-signature").equals(header(webhooks.get(1), "webhook-signature")));
        assertEquals(2, delivery.get("attempts"));
        List<Map<String, Object>> attempts = google.attempts(order.id());
        assertEquals(
                List.of("SUCCEEDED", "FAILED"),
                attempts.stream().map(a -> a.get("status")).toList());
        assertEquals(List.of(2, 1), attempts.stream().map(a -> a.get("number")).toList());
        assertEquals(
                List.of(200, 500),
                attempts.stream().map(a -> a.get("httpStatus")).toList());
        assertEquals("database on fire", attempts.get(1).get("responseExcerpt"));
        assertEquals(
                2,
                JsonPath.from(new String(
                                told.await(order, "succeeded", 1).getFirst().value(), UTF_8))
                        .getInt("attempts"));
    }

    @Test
    void anEndpointThatHangsDelaysNobodyElse() {
        // Given
        sink.answering(request -> request.path().equals("/hanging") ? Reply.HANG : Reply.status(204));
        RegisteredParty hanging = register("meta", "/hanging");
        register("google", "/google");
        for (int i = 0; i < 40; i++) {
            EventFixture.anOrder().toldTo("meta").send();
        }
        Awaitility.await().atMost(PATIENCE).until(() -> sink.received().stream()
                .anyMatch(one -> one.path().equals("/hanging")));

        // When
        String id = EventFixture.anOrder().toldTo("google").send();

        // Then
        Instant sent = Clock.systemUTC().instant();
        Instant received = sink.await(id, 1).getFirst().at();
        Duration waited = Duration.between(sent, received);
        assertTrue(waited.compareTo(totalLimit) < 0, "waited " + waited);
        String tried = sink.received().getFirst().id();
        assertEquals(
                "no answer in time",
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> hanging.attempts(tried), found -> !found.isEmpty())
                        .getLast()
                        .get("error"));
    }

    @Test
    void eventsOfOneSubjectArriveInOrder() {
        // Given
        EventFixture first = EventFixture.anOrder();
        EventFixture second = EventFixture.anOrder().about(first.subject()).numbered(2);
        EventFixture third = EventFixture.anOrder().about(first.subject()).numbered(3);
        sink.answering(request -> Reply.status(
                request.id().equals(first.id()) && sink.received(first.id()).size() < 3 ? 500 : 204));
        RegisteredParty google = register("google", "/google");

        // When
        List.of(first, second, third).forEach(EventFixture::send);

        // Then
        google.awaitDelivery(third.id(), "SUCCEEDED");
        assertEquals(
                List.of(first.id(), first.id(), first.id(), second.id(), third.id()),
                sink.received().stream().map(Received::id).toList());
    }

    @Test
    void anEndpointThatAsksForTimeIsGivenIt() {
        // Given
        sink.answering(Reply.status(429).with("Retry-After", "3"), Reply.status(204));
        RegisteredParty google = register("google", "/google");

        // When
        String id = EventFixture.anOrder().send();

        // Then
        google.awaitDelivery(id, "SUCCEEDED");
        List<Received> webhooks = sink.received(id);
        Duration waited = Duration.between(webhooks.get(0).at(), webhooks.get(1).at());
        assertTrue(waited.compareTo(Duration.ofMillis(2900)) >= 0, "waited " + waited);
    }

    @Test
    void anOrderThatRunsOutOfTimeIsSaidToBeFailingOnce() {
        // Given
        sink.answering(Reply.status(500));
        RegisteredParty google = register("google", "/google");
        EventFixture order = EventFixture.anOrder().servedWithin(Duration.ofSeconds(15));

        // When
        order.send();

        // Then
        ConsumerRecord<String, byte[]> failing = told.await(order, "failing", 1).getFirst();
        Contracts.own().assertValid("delivery-failing.v1", failing.value());
        assertEquals(
                "the endpoint answered 500",
                JsonPath.from(new String(failing.value(), UTF_8)).getString("error"));
        google.awaitAttempts(order.id(), 6);
        assertEquals(1, told.await(order, "failing", 1).size());
    }

    private RegisteredParty register(String party, String path) {
        RegisteredParty endpoint = RegisteredParty.register(party, "platform", sink.url(path), "*");
        registered.add(endpoint);
        return endpoint;
    }

    private static String header(Received webhook, String name) {
        return String.valueOf(webhook.headers().get(name));
    }
}
