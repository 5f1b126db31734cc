// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.RegisteredParty.as;
import static id.siaga.notification.recovery.Commands.asOperator;
import static id.siaga.notification.recovery.Commands.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator sees of what did not arrive, whoever's it is. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class UndeliveredTest {

    private final WebhookSink sink = new WebhookSink();
    private final Rows rows;

    UndeliveredTest(Rows rows) {
        this.rows = rows;
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void anOperatorFindsWhatWasAbandonedAndSendsItAgain() {
        // Given
        sink.answering(Reply.status(500));
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "*");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            EventFixture order = EventFixture.anOrder();
            Object delivery = id(google.awaitAttempts(order.send(), 1));
            rows.update("UPDATE delivery SET created_at = created_at - interval '3 days' WHERE id = ?::uuid", delivery);
            google.awaitDelivery(order.id(), "ABANDONED");
            ids.add(String.valueOf(delivery));
        }
        sink.answering(request -> Reply.status(204));

        // When
        JsonPath newest = undelivered("limit=1&party=google");
        JsonPath next = undelivered("limit=1&party=google&cursor=" + newest.getString("next"));

        // Then
        assertEquals(ids.getLast(), newest.getString("deliveries[0].id"));
        assertEquals(ids.getFirst(), next.getString("deliveries[0].id"));
        assertEquals("google", newest.getString("deliveries[0].party"));
        assertEquals(google.endpointId(), newest.getString("deliveries[0].endpointId"));
        assertEquals("the endpoint answered 500", newest.getString("deliveries[0].lastError"));
        asOperator(google, ids.getFirst(), "resend").statusCode(202);
        google.awaitDelivery(next.getString("deliveries[0].eventId"), "SUCCEEDED");
        assertEquals(
                0,
                undelivered("party=google")
                        .getList("deliveries.findAll { it.id == '" + ids.getFirst() + "' }")
                        .size());
        google.delete();
    }

    private static JsonPath undelivered(String query) {
        return as("siaga-ops", "operator")
                .get("/v1/deliveries?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
