// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.web.KafkaTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What notification says it was told, and that an order was received. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class BooksTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    void eachEventOfASubjectIsCountedOnceAndTheHighestNumberIsKnown() {
        // Given
        EventFixture opened = EventFixture.anOpenedCase().numbered(1);
        EventFixture again = EventFixture.anOpenedCase().about(opened.subject()).numbered(7);
        // When
        opened.send();
        opened.send();
        again.send();
        // Then
        Awaitility.await().atMost(SOON).untilAsserted(() -> entries("cases", opened.subject())
                .body("entries.findAll { it.id == '" + opened.subject() + "' }.told", contains(2))
                .body("entries.findAll { it.id == '" + opened.subject() + "' }.sequence", contains(7)));
        entries("orders", opened.subject())
                .body("entries.findAll { it.id == '" + opened.subject() + "' }.size()", equalTo(0));
    }

    @Test
    void thatAnOrderWasReceivedIsToldAgainWithTheTimeOfItsReceipt() {
        try (WebhookSink sink = new WebhookSink()) {
            // Given
            RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "order.*");
            EventFixture order = EventFixture.anOrder();
            order.send();
            String received = succeeded(order.subject(), 1).getFirst();
            entries("received-orders", order.subject()).body("entries.id", contains(order.subject()));
            // When
            RegisteredParty.as("siaga-ops", "operator")
                    .header("Idempotency-Key", UUID.randomUUID())
                    .contentType("application/json")
                    .body(Map.of(
                            "reason",
                            "A disk was lost.",
                            "known",
                            List.of(Map.of("id", order.subject(), "told", 0, "sequence", 0))))
                    .post("/v1/books/received-orders/restatements")
                    .then()
                    .statusCode(201)
                    .body("restated", equalTo(1));
            // Then
            assertEquals(received, succeeded(order.subject(), 2).getLast());
            google.delete();
        }
    }

    private static ValidatableResponse entries(String book, String subject) {
        Instant time = Instant.ofEpochMilli(UUID.fromString(subject).getMostSignificantBits() >>> 16);
        return RegisteredParty.as("siaga-ops", "operator")
                .get(
                        "/v1/books/{book}/entries?from={from}&to={to}",
                        book,
                        time.toString(),
                        time.plusMillis(1).toString())
                .then()
                .statusCode(200);
    }

    /** When the order was received, as often as that was told. */
    private static List<String> succeeded(String order, int count) {
        return new KafkaTopic("notification.delivery.v1")
                        .await(
                                count,
                                one -> order.equals(KafkaTopic.headers(one).get("ce_subject"))
                                        && "id.siaga.delivery.succeeded.v1"
                                                .equals(KafkaTopic.headers(one).get("ce_type")))
                        .stream()
                        .map(one ->
                                JsonPath.from(new String(one.value(), UTF_8)).getString("receivedAt"))
                        .toList();
    }
}
