// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.recovery.Commands.asOperator;
import static id.siaga.notification.recovery.Commands.cancel;
import static id.siaga.notification.recovery.Commands.id;
import static id.siaga.notification.recovery.Commands.resend;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.notification.delivery.ToldDeliveries;
import id.siaga.web.Contracts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One delivery is called off. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class CancelTest {

    private static final Reply IN_AN_HOUR = Reply.status(503).with("Retry-After", "3600");

    private final WebhookSink sink = new WebhookSink();
    private final ToldDeliveries told = new ToldDeliveries();
    private final List<RegisteredParty> registered = new ArrayList<>();
    private final Rows rows;

    CancelTest(Rows rows) {
        this.rows = rows;
    }

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void whatWaitsIsCalledOffAndWhatWaitedBehindItGoesOn() {
        // Given
        EventFixture first = EventFixture.aReportStatus().toldTo("mafindo");
        EventFixture second = EventFixture.aReportStatus()
                .toldTo("mafindo")
                .about(first.subject())
                .numbered(2);
        sink.answering(IN_AN_HOUR, Reply.status(204));
        RegisteredParty mafindo = register("mafindo", "reporter");
        first.send();
        second.send();
        Object waiting = id(awaitWaiting(mafindo, first.id()));

        // When
        cancel(mafindo, waiting).statusCode(200).body("status", equalTo("CANCELLED"));

        // Then
        mafindo.awaitDelivery(second.id(), "SUCCEEDED");
        assertEquals(1, sink.received(first.id()).size());
        cancel(mafindo, waiting).statusCode(200).body("lastError", equalTo("its receiver cancelled the delivery"));
        resend(mafindo, waiting).statusCode(202);
        mafindo.awaitDelivery(first.id(), "SUCCEEDED");
    }

    @Test
    void whatIsBeingTriedIsNotCalledOff() {
        // Given
        CountDownLatch answer = new CountDownLatch(1);
        sink.answering(request -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reply.status(204);
        });
        RegisteredParty mafindo = register("mafindo", "reporter");
        String id = EventFixture.aReportStatus().toldTo("mafindo").send();
        sink.await(id, 1);
        Object delivery = id(mafindo.deliveries(id).getFirst());

        // When
        cancel(mafindo, delivery)
                .statusCode(409)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:siaga:problem:delivery-in-flight"));

        // Then
        answer.countDown();
        mafindo.awaitDelivery(id, "SUCCEEDED");
        cancel(mafindo, delivery).statusCode(409).body("state", equalTo("SUCCEEDED"));
    }

    @Test
    void aPlatformDoesNotCallOffItsOrderAndAnOperatorsGoesAnotherWay() {
        // Given
        sink.answering(IN_AN_HOUR);
        RegisteredParty google = register("google", "platform");
        EventFixture order = EventFixture.anOrder();
        Object delivery = id(awaitWaiting(google, order.send()));
        cancel(google, delivery).statusCode(409).body("type", equalTo("urn:siaga:problem:order-must-arrive"));

        // When
        asOperator(google, delivery, "cancellation").statusCode(200).body("status", equalTo("CANCELLED"));

        // Then
        byte[] event = told.await(order, "abandoned", 1).getFirst().value();
        Contracts.own().assertValid("delivery-abandoned.v1", event);
        assertEquals(
                "an operator cancelled the delivery",
                JsonPath.from(new String(event, UTF_8)).getString("error"));
    }

    @Test
    void aPlatformCallsOffWhatItHasAndOnlyAskedForAgain() {
        // Given
        sink.answering(Reply.status(204), IN_AN_HOUR);
        RegisteredParty google = register("google", "platform");
        EventFixture order = EventFixture.anOrder();
        Object delivery = id(google.awaitDelivery(order.send(), "SUCCEEDED"));
        resend(google, delivery).statusCode(202);
        google.awaitDelivery(
                order.id(),
                one -> one.get("nextAttemptAt") != null && Integer.valueOf(2).equals(one.get("attempts")));

        // When
        cancel(google, delivery).statusCode(200);

        // Then
        assertEquals(1, rows.told(order.subject()));
    }

    private static Map<String, Object> awaitWaiting(RegisteredParty endpoint, String eventId) {
        return endpoint.awaitDelivery(
                eventId,
                one -> one.get("nextAttemptAt") != null && Integer.valueOf(1).equals(one.get("attempts")));
    }

    private RegisteredParty register(String party, String role) {
        RegisteredParty endpoint = RegisteredParty.register(party, role, sink.url("/"), "*");
        registered.add(endpoint);
        return endpoint;
    }
}
