// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.trial;

import static id.siaga.notification.RegisteredParty.as;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.web.Contracts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class TestResourceTest {

    private final WebhookSink sink = new WebhookSink();

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void aTestIsDeliveredAndLoggedAsEveryEventWhateverWasAskedFor() {
        // Given
        RegisteredParty google = RegisteredParty.register(
                "google",
                "platform",
                Map.of(
                        "url", sink.url("/google"),
                        "eventTypes", List.of("order.closed"),
                        "filters", Map.of("categories", List.of("fraud"))));

        // When
        Response answer = test(google, UUID.randomUUID());

        // Then
        answer.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/endpoints/" + google.endpointId() + "/deliveries"));
        String id = answer.path("eventId");
        Received webhook = sink.await(id, 1).getFirst();
        JsonPath event = JsonPath.from(webhook.text());
        assertEquals("id.siaga.endpoint.tested.v1", event.getString("type"));
        assertEquals(google.endpointId(), event.getString("data.endpointId"));
        Contracts.own()
                .assertValid(
                        "endpoint-tested.v1",
                        webhook.text()
                                .substring(
                                        webhook.text().indexOf("\"data\":") + 7,
                                        webhook.text().length() - 1));
        assertEquals(
                answer.path("deliveryId"), google.awaitDelivery(id, "SUCCEEDED").get("id"));
        assertEquals("SUCCEEDED", google.attempts(id).getFirst().get("status"));
    }

    @Test
    void aRepeatedRequestSendsNoSecondTest() {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");
        UUID key = UUID.randomUUID();

        // When
        String first = test(google, key).path("eventId");
        String repeated = test(google, key).path("eventId");
        String another = test(google, UUID.randomUUID()).path("eventId");

        // Then
        assertEquals(first, repeated);
        assertNotEquals(first, another);
        sink.await(another, 1);
        sink.await(first, 1);
        assertEquals(2, sink.received().size());
    }

    @Test
    void whatIsToldNothingIsNotTested() {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");
        as("google", "platform")
                .post("/v1/endpoints/" + google.endpointId() + "/pause")
                .then()
                .statusCode(200);

        // When, Then
        test(google, UUID.randomUUID()).then().statusCode(409);
        as("meta", "platform")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/endpoints/" + google.endpointId() + "/tests")
                .then()
                .statusCode(404);
    }

    private static Response test(RegisteredParty endpoint, UUID key) {
        return as(endpoint.party(), endpoint.role())
                .header("Idempotency-Key", key)
                .post("/v1/endpoints/" + endpoint.endpointId() + "/tests");
    }
}
