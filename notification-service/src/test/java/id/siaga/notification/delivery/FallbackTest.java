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
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that their endpoint does not take go to its fallback. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class FallbackTest {

    private static final Duration TIME_FOR_TEN_TRIES = Duration.ofSeconds(25);

    @Inject
    AgroalDataSource database;

    private final WebhookSink sink = new WebhookSink();
    private final ToldDeliveries told = new ToldDeliveries();
    private final List<RegisteredParty> registered = new ArrayList<>();

    @AfterEach
    void unregister() {
        registered.reversed().forEach(FallbackTest::deleteAgain);
        sink.close();
    }

    @Test
    void anOrderThatWasRefusedTenTimesGoesToTheFallbackUnderTheSameId() {
        // Given
        RegisteredParty fallback = register("/fallback");
        RegisteredParty first = register("/first", fallback);
        sink.answering(request -> Reply.status(request.path().equals("/first") ? 503 : 204));
        EventFixture order = EventFixture.anOrder().servedWithin(TIME_FOR_TEN_TRIES);

        // When
        order.send();

        // Then
        Map<String, Object> taken = fallback.awaitDelivery(order.id(), "SUCCEEDED");
        List<Received> refused = at("/first", order);
        Received received = at("/fallback", order).getFirst();
        assertTrue(
                refused.stream().filter(one -> one.at().isBefore(received.at())).count()
                        >= RetrySchedule.MANDATORY_TRIES,
                "tries before: " + refused.size());
        assertArrayEquals(refused.getFirst().body(), received.body());
        assertEquals(first.endpointId(), taken.get("standsInForEndpointId"));
        // And nobody is told the same twice
        Map<String, Object> left = first.awaitDelivery(order.id(), "CANCELLED");
        assertEquals(fallback.endpointId(), left.get("fallbackEndpointId"));
        JsonPath succeeded = data(told.await(order, "succeeded", 1).getFirst());
        assertEquals(fallback.endpointId(), succeeded.getString("endpointId"));
        assertEquals(1, at("/fallback", order).size());
    }

    @Test
    void whatTheEndpointTakesAfterAllIsTakenFromItsFallback() throws SQLException {
        // Given
        RegisteredParty fallback = register("/fallback");
        RegisteredParty first = register("/first", fallback);
        EventFixture order = EventFixture.anOrder().servedWithin(TIME_FOR_TEN_TRIES);
        sink.answering(request -> request.path().equals("/fallback")
                ? Reply.status(503).with("Retry-After", "20")
                : Reply.status(at("/fallback", order).isEmpty() ? 503 : 204));

        order.send();
        fallback.awaitAttempts(order.id(), 1);

        // When
        tryNow(first);

        // Then
        first.awaitDelivery(order.id(), "SUCCEEDED");
        fallback.awaitDelivery(order.id(), "CANCELLED");
        assertEquals(1, at("/fallback", order).size());
        JsonPath succeeded = data(told.await(order, "succeeded", 1).getFirst());
        assertEquals(first.endpointId(), succeeded.getString("endpointId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"410", "pause", "delete"})
    void anEndpointThatEndsFailsOverAtOnceAndSaysSo(String how) {
        // Given
        RegisteredParty fallback = register("/fallback");
        RegisteredParty first = register("/first", fallback);
        int status = how.equals("410") ? 410 : 503;
        sink.answering(request ->
                request.path().equals("/first") ? Reply.status(status).with("Retry-After", "60") : Reply.status(204));
        EventFixture order = EventFixture.anOrder();
        EventFixture next = EventFixture.anOrder().about(order.subject()).numbered(2);

        // When
        order.send();
        next.send();
        if (!how.equals("410")) {
            first.awaitAttempts(order.id(), 1);
            first.awaitDelivery(next.id(), "PENDING");
            end(first, how);
        }

        // Then
        fallback.awaitDelivery(next.id(), "SUCCEEDED");
        assertEquals(
                List.of(order.id(), next.id()),
                sink.received().stream()
                        .filter(one -> one.path().equals("/fallback"))
                        .map(Received::id)
                        .toList());
        told.await(order, "abandoned", 1).forEach(event -> {
            Contracts.own().assertValid("delivery-abandoned.v1", event.value());
            assertEquals(fallback.endpointId(), data(event).getString("fallbackEndpointId"));
        });
    }

    @Test
    void whatIsIssuedWhileAnEndpointIsPausedGoesToItsFallback() {
        // Given
        RegisteredParty fallback = register("/fallback");
        RegisteredParty first = register("/first", fallback);
        end(first, "pause");
        EventFixture order = EventFixture.anOrder();

        // When
        order.send();

        // Then
        Map<String, Object> delivery = fallback.awaitDelivery(order.id(), "SUCCEEDED");
        assertEquals(first.endpointId(), delivery.get("standsInForEndpointId"));
        assertEquals(List.of(), first.deliveries(order.id()));
    }

    @Test
    void whatIsSentAgainGoesToItsOwnEndpoint() {
        // Given
        RegisteredParty fallback = register("/fallback");
        RegisteredParty first = register("/first", fallback);
        sink.answering(request ->
                request.path().equals("/first") ? Reply.status(503).with("Retry-After", "60") : Reply.status(204));
        EventFixture order = EventFixture.anOrder();
        order.send();
        first.awaitAttempts(order.id(), 1);
        end(first, "pause");
        fallback.awaitDelivery(order.id(), "SUCCEEDED");
        Object delivery = first.awaitDelivery(order.id(), "CANCELLED").get("id");
        sink.answering(Reply.status(204));
        end(first, "resumption");

        // When
        RegisteredParty.as("google", "platform")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/endpoints/" + first.endpointId() + "/deliveries/" + delivery + "/resend")
                .then()
                .statusCode(202);

        // Then
        first.awaitDelivery(order.id(), "SUCCEEDED");
        assertEquals(2, at("/first", order).size());
    }

    @Test
    void informationStaysWhereItIs() {
        // Given
        RegisteredParty fallback = register("/fallback");
        RegisteredParty first = register("/first", fallback);
        sink.answering(Reply.status(503).with("Retry-After", "60"));
        EventFixture status = EventFixture.aReportStatus().toldTo("google");
        status.send();
        first.awaitAttempts(status.id(), 1);

        // When
        end(first, "pause");

        // Then
        first.awaitDelivery(status.id(), "CANCELLED");
        assertEquals(null, data(told.await(status, "abandoned", 1).getFirst()).getString("fallbackEndpointId"));
        assertEquals(List.of(), fallback.deliveries(status.id()));
    }

    @Test
    void whatStandsInGoesNoFurther() {
        // Given
        RegisteredParty last = register("/last");
        RegisteredParty fallback = register("/fallback", last, "endpoint.tested");
        RegisteredParty first = register("/first", fallback);
        sink.answering(Reply.status(503).with("Retry-After", "60"));
        EventFixture order = EventFixture.anOrder();
        order.send();
        first.awaitAttempts(order.id(), 1);
        end(first, "pause");
        fallback.awaitAttempts(order.id(), 1);

        // When
        end(fallback, "pause");

        // Then
        fallback.awaitDelivery(order.id(), "CANCELLED");
        told.await(order, "abandoned", 2);
        assertEquals(List.of(), last.deliveries(order.id()));
    }

    @Test
    void anOrderThatWaitsBehindOthersGoesToTheFallbackWhenMostOfItsTimeIsGone() {
        // Given
        RegisteredParty fallback = register("/fallback");
        RegisteredParty first = register("/first", fallback);
        sink.answering(request ->
                request.path().equals("/first") ? Reply.status(503).with("Retry-After", "60") : Reply.status(204));
        EventFixture ahead = EventFixture.anOrder();
        ahead.send();
        first.awaitAttempts(ahead.id(), 1);
        EventFixture order =
                EventFixture.anOrder().about(ahead.subject()).numbered(2).servedWithin(Duration.ofSeconds(5));

        // When
        order.send();

        // Then
        fallback.awaitDelivery(order.id(), "SUCCEEDED");
        ConsumerRecord<String, byte[]> failing = told.await(order, "failing", 1).getFirst();
        Contracts.own().assertValid("delivery-failing.v1", failing.value());
        assertEquals(fallback.endpointId(), data(failing).getString("fallbackEndpointId"));
        assertEquals(List.of(), at("/first", order));
    }

    /** As if the wait for its next tries were over. */
    private void tryNow(RegisteredParty endpoint) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE lane SET due_at = now() WHERE endpoint_id = ?::uuid")) {
            update.setString(1, endpoint.endpointId());
            assertEquals(1, update.executeUpdate());
        }
    }

    private List<Received> at(String path, EventFixture event) {
        return sink.received(event.id()).stream()
                .filter(one -> one.path().equals(path))
                .toList();
    }

    private RegisteredParty register(String path) {
        return registered(RegisteredParty.register("google", "platform", sink.url(path), "endpoint.tested"));
    }

    private RegisteredParty register(String path, RegisteredParty fallback, String... types) {
        return registered(RegisteredParty.register(
                "google",
                "platform",
                Map.of(
                        "url",
                        sink.url(path),
                        "eventTypes",
                        types.length == 0 ? List.of("order.*", "report.*") : List.of(types),
                        "fallbackEndpointId",
                        fallback.endpointId())));
    }

    private RegisteredParty registered(RegisteredParty endpoint) {
        registered.add(endpoint);
        return endpoint;
    }

    private static void end(RegisteredParty endpoint, String how) {
        if (how.equals("delete")) {
            endpoint.delete();
            return;
        }
        RegisteredParty.as("google", "platform")
                .post("/v1/endpoints/" + endpoint.endpointId() + "/" + how)
                .then()
                .statusCode(200);
    }

    /** A test may have deleted it itself. */
    private static void deleteAgain(RegisteredParty endpoint) {
        RegisteredParty.as("google", "platform").delete("/v1/endpoints/" + endpoint.endpointId());
    }

    private static JsonPath data(ConsumerRecord<String, byte[]> event) {
        return JsonPath.from(new String(event.value(), UTF_8));
    }
}
