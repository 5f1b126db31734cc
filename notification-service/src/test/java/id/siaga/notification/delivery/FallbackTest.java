// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders that their endpoint does not take go to its fallback. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class FallbackTest {

    @Inject
    AgroalDataSource database;

    private final GoogleEndpoints google = new GoogleEndpoints();

    @AfterEach
    void unregister() {
        google.close();
    }

    @Test
    void anOrderThatWasRefusedTenTimesGoesToTheFallbackUnderTheSameId() {
        // Given
        RegisteredParty fallback = google.register("/fallback");
        RegisteredParty first = google.register("/first", fallback);
        google.sink().answering(request -> Reply.status(request.path().equals("/first") ? 503 : 204));
        EventFixture order = EventFixture.anOrder();

        // When
        order.send();
        refuseAllThatAreOwed(first, order);

        // Then
        Map<String, Object> taken = fallback.awaitDelivery(order.id(), "SUCCEEDED");
        List<Received> refused = google.at("/first", order);
        Received received = google.at("/fallback", order).getFirst();
        assertTrue(
                refused.stream().filter(one -> one.at().isBefore(received.at())).count()
                        >= RetrySchedule.MANDATORY_TRIES,
                "tries before: " + refused.size());
        assertArrayEquals(refused.getFirst().body(), received.body());
        assertEquals(first.endpointId(), taken.get("standsInForEndpointId"));
        // And nobody is told the same twice
        Map<String, Object> left = first.awaitDelivery(order.id(), "CANCELLED");
        assertEquals(fallback.endpointId(), left.get("fallbackEndpointId"));
        JsonPath succeeded =
                GoogleEndpoints.data(google.told().await(order, "succeeded", 1).getFirst());
        assertEquals(fallback.endpointId(), succeeded.getString("endpointId"));
        assertEquals(1, google.at("/fallback", order).size());
    }

    @Test
    void whatTheEndpointTakesAfterAllIsTakenFromItsFallback() throws SQLException {
        // Given
        RegisteredParty fallback = google.register("/fallback");
        RegisteredParty first = google.register("/first", fallback);
        EventFixture order = EventFixture.anOrder();
        google.sink()
                .answering(request -> request.path().equals("/fallback")
                        ? Reply.status(503).with("Retry-After", "20")
                        : Reply.status(google.at("/fallback", order).isEmpty() ? 503 : 204));

        order.send();
        refuseAllThatAreOwed(first, order);
        fallback.awaitAttempts(order.id(), 1);

        // When
        tryNow(first);

        // Then
        first.awaitDelivery(order.id(), "SUCCEEDED");
        fallback.awaitDelivery(order.id(), "CANCELLED");
        assertEquals(1, google.at("/fallback", order).size());
        JsonPath succeeded =
                GoogleEndpoints.data(google.told().await(order, "succeeded", 1).getFirst());
        assertEquals(first.endpointId(), succeeded.getString("endpointId"));
    }

    @Test
    void whatIsSentAgainGoesToItsOwnEndpoint() {
        // Given
        RegisteredParty fallback = google.register("/fallback");
        RegisteredParty first = google.register("/first", fallback);
        google.sink()
                .answering(request -> request.path().equals("/first")
                        ? Reply.status(503).with("Retry-After", "60")
                        : Reply.status(204));
        EventFixture order = EventFixture.anOrder();
        order.send();
        first.awaitAttempts(order.id(), 1);
        google.end(first, "pause");
        fallback.awaitDelivery(order.id(), "SUCCEEDED");
        Object delivery = first.awaitDelivery(order.id(), "CANCELLED").get("id");
        google.sink().answering(Reply.status(204));
        google.end(first, "resumption");

        // When
        RegisteredParty.as("google", "platform")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/endpoints/" + first.endpointId() + "/deliveries/" + delivery + "/resend")
                .then()
                .statusCode(202);

        // Then
        first.awaitDelivery(order.id(), "SUCCEEDED");
        assertEquals(2, google.at("/first", order).size());
    }

    @Test
    void anOrderThatWaitsBehindOthersGoesToTheFallbackWhenMostOfItsTimeIsGone() {
        // Given
        RegisteredParty fallback = google.register("/fallback");
        RegisteredParty first = google.register("/first", fallback);
        google.sink()
                .answering(request -> request.path().equals("/first")
                        ? Reply.status(503).with("Retry-After", "60")
                        : Reply.status(204));
        EventFixture ahead = EventFixture.anOrder();
        ahead.send();
        first.awaitAttempts(ahead.id(), 1);
        EventFixture order =
                EventFixture.anOrder().about(ahead.subject()).numbered(2).servedWithin(Duration.ofSeconds(5));

        // When
        order.send();

        // Then
        fallback.awaitDelivery(order.id(), "SUCCEEDED");
        ConsumerRecord<String, byte[]> failing =
                google.told().await(order, "failing", 1).getFirst();
        Contracts.own().assertValid("delivery-failing.v1", failing.value());
        assertEquals(fallback.endpointId(), GoogleEndpoints.data(failing).getString("fallbackEndpointId"));
        assertEquals(List.of(), google.at("/first", order));
    }

    /** As if the waits between the tries that are owed to it were over. */
    private void refuseAllThatAreOwed(RegisteredParty endpoint, EventFixture order) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            tryNow(endpoint);
            return google.at("/first", order).size() >= RetrySchedule.MANDATORY_TRIES;
        });
    }

    /** As if the wait for its next tries were over. What is leased is being tried. */
    private void tryNow(RegisteredParty endpoint) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE lane SET due_at = now() WHERE endpoint_id = ?::uuid AND lease IS NULL")) {
            update.setString(1, endpoint.endpointId());
            update.executeUpdate();
        }
    }
}
