// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Endpoints that fail for days are disabled, and their owners hear of it elsewhere. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class GiveUpTest {

    private static final String FAILING = "id.siaga.endpoint.failing.v1";
    private static final String DISABLED = "id.siaga.endpoint.disabled.v1";

    private final WebhookSink sink = new WebhookSink();
    private final KafkaTopic topic = new KafkaTopic("notification.delivery.v1");
    private final List<RegisteredParty> registered = new ArrayList<>();

    @Inject
    AgroalDataSource database;

    @Inject
    GiveUpEndpoints giveUp;

    @AfterEach
    void unregister() {
        registered.reversed().forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void itsOwnerIsWarnedOnceWhenHalfOfTheTimeIsGone() throws SQLException {
        // Given
        register("/other", "endpoint.*");
        RegisteredParty failing = failing(503);
        failedFor(failing, "3 days", 30);

        // When
        giveUp.warn();
        giveUp.warn();
        giveUp.disable();

        // Then
        JsonPath data = told(FAILING, failing);
        assertEquals("ops@google.example", data.getString("data.contact"));
        assertEquals(1, of(FAILING, failing).size());
        assertEquals("ACTIVE", failing.endpoint().getString("status"));
    }

    @Test
    void itIsDisabledInTheEndAndItsOrdersGoToItsFallback() throws SQLException {
        // Given
        RegisteredParty other = register("/other", "endpoint.*");
        RegisteredParty failing = failing(503, other);
        EventFixture order = EventFixture.anOrder();
        order.send();
        failing.awaitAttempts(order.id(), 1);
        failedFor(failing, "6 days", 30);

        // When
        giveUp.disable();

        // Then
        assertEquals("DISABLED", failing.endpoint().getString("status"));
        assertEquals("CLOSED", failing.endpoint().getString("health.state"));
        JsonPath data = told(DISABLED, failing);
        assertEquals("FAILING", data.getString("data.reason"));
        other.awaitDelivery(order.id(), "SUCCEEDED");
        failing.awaitDelivery(order.id(), "CANCELLED");
        String event = data.getString("id");
        assertEquals(
                List.of(event),
                RegisteredParty.as("google", "platform")
                        .get("/v1/events?types=endpoint.disabled&limit=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("events.id.findAll { it == '" + event + "' }"));
    }

    @Test
    void aVerificationMakesItActiveAgainAsIfNothingHadBeen() throws SQLException {
        // Given
        RegisteredParty failing = failing(503);
        failedFor(failing, "6 days", 30);
        giveUp.disable();
        sink.answering(Reply.status(204));

        // When
        RegisteredParty.as("google", "platform")
                .post("/v1/endpoints/" + failing.endpointId() + "/verification")
                .then()
                .statusCode(202);

        // Then
        failing.awaitStatus("ACTIVE");
        giveUp.disable();
        EventFixture order = EventFixture.anOrder();
        order.send();
        failing.awaitDelivery(order.id(), "SUCCEEDED");
    }

    @Test
    void oneThatWasHardlyTriedOrHasJustSucceededIsNot() throws SQLException {
        // Given
        RegisteredParty rarely = failing(503);
        failedFor(rarely, "6 days", 19);

        // When
        giveUp.warn();
        giveUp.disable();

        // Then
        assertEquals("ACTIVE", rarely.endpoint().getString("status"));
        // And
        sink.answering(Reply.status(204));
        EventFixture order = EventFixture.anOrder();
        order.send();
        rarely.awaitDelivery(order.id(), "SUCCEEDED");
        assertEquals(0, rarely.endpoint().getInt("health.consecutiveFailures"));
    }

    @Test
    void oneThatIsGoneIsSaidToBe() {
        // Given
        register("/other", "endpoint.*");
        RegisteredParty gone = failing(410);

        // When
        EventFixture.anOrder().send();

        // Then
        gone.awaitStatus("DISABLED");
        assertEquals("GONE", told(DISABLED, gone).getString("data.reason"));
    }

    /** Waits until the other endpoint and Kafka have it. */
    private JsonPath told(String type, RegisteredParty endpoint) {
        topic.await(1, one -> {
            Map<String, String> headers = KafkaTopic.headers(one);
            return endpoint.endpointId().equals(headers.get("ce_subject")) && type.equals(headers.get("ce_type"));
        });
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !of(type, endpoint)
                .isEmpty());
        Received received = of(type, endpoint).getFirst();
        JsonPath event = JsonPath.from(received.text());
        String name = type.replace("id.siaga.", "").replace(".v1", "").replace('.', '-') + ".v1";
        Contracts.own().assertValid(name, data(received));
        return event;
    }

    private static String data(Received received) {
        String text = received.text();
        return text.substring(text.indexOf("\"data\":") + "\"data\":".length(), text.length() - 1);
    }

    private List<Received> of(String type, RegisteredParty endpoint) {
        return sink.received().stream()
                .filter(one -> one.path().equals("/other"))
                .filter(one ->
                        one.text().contains("\"" + type + "\"") && one.text().contains(endpoint.endpointId()))
                .toList();
    }

    /** As an endpoint looks that has failed for so long; where half of its time is over its owner was warned. */
    private void failedFor(RegisteredParty endpoint, String time, int failures) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        INSERT INTO endpoint_trouble (endpoint_id, failures, failing_since, warned_at)
                        VALUES (?::uuid, ?, now() - ?::interval, CASE WHEN ?::interval > interval '5 days' THEN now() END)
                        ON CONFLICT (endpoint_id) DO UPDATE SET failures = excluded.failures,
                            failing_since = excluded.failing_since, warned_at = excluded.warned_at""")) {
            upsert.setString(1, endpoint.endpointId());
            upsert.setInt(2, failures);
            upsert.setString(3, time);
            upsert.setString(4, time);
            assertEquals(1, upsert.executeUpdate());
        }
    }

    private RegisteredParty failing(int status) {
        return failing(status, null);
    }

    private RegisteredParty failing(int status, @Nullable RegisteredParty fallback) {
        sink.answering(request ->
                request.path().equals("/failing") ? Reply.status(status).with("Retry-After", "60") : Reply.status(204));
        Map<String, Object> request = new HashMap<>(Map.of(
                "url",
                sink.url("/failing"),
                "eventTypes",
                List.of("order.*", "endpoint.*"),
                "contact",
                "ops@google.example"));
        if (fallback != null) {
            request.put("fallbackEndpointId", fallback.endpointId());
        }
        return registered(RegisteredParty.register("google", "platform", request));
    }

    private RegisteredParty register(String path, String types) {
        return registered(RegisteredParty.register("google", "platform", sink.url(path), types));
    }

    private RegisteredParty registered(RegisteredParty endpoint) {
        registered.add(endpoint);
        return endpoint;
    }
}
