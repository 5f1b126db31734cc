// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.web.Contracts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint that ends, or is told nothing, leaves its orders to its fallback at once. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class FailOverAtOnceTest {

    private final GoogleEndpoints google = new GoogleEndpoints();

    @AfterEach
    void unregister() {
        google.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"410", "pause", "delete"})
    void anEndpointThatEndsFailsOverAtOnceAndSaysSo(String how) {
        // Given
        RegisteredParty fallback = google.register("/fallback");
        RegisteredParty first = google.register("/first", fallback);
        int status = how.equals("410") ? 410 : 503;
        google.sink()
                .answering(request -> request.path().equals("/first")
                        ? Reply.status(status).with("Retry-After", "60")
                        : Reply.status(204));
        EventFixture order = EventFixture.anOrder();
        EventFixture next = EventFixture.anOrder().about(order.subject()).numbered(2);

        // When
        order.send();
        next.send();
        if (!how.equals("410")) {
            first.awaitAttempts(order.id(), 1);
            first.awaitDelivery(next.id(), "PENDING");
            google.end(first, how);
        }

        // Then
        fallback.awaitDelivery(next.id(), "SUCCEEDED");
        assertEquals(
                List.of(order.id(), next.id()),
                google.sink().received().stream()
                        .filter(one -> one.path().equals("/fallback"))
                        .map(Received::id)
                        .toList());
        google.told().await(order, "abandoned", 1).forEach(event -> {
            Contracts.own().assertValid("delivery-abandoned.v1", event.value());
            assertEquals(fallback.endpointId(), GoogleEndpoints.data(event).getString("fallbackEndpointId"));
        });
    }

    @Test
    void whatIsIssuedWhileAnEndpointIsPausedGoesToItsFallback() {
        // Given
        RegisteredParty fallback = google.register("/fallback");
        RegisteredParty first = google.register("/first", fallback);
        google.end(first, "pause");
        EventFixture order = EventFixture.anOrder();

        // When
        order.send();

        // Then
        Map<String, Object> delivery = fallback.awaitDelivery(order.id(), "SUCCEEDED");
        assertEquals(first.endpointId(), delivery.get("standsInForEndpointId"));
        assertEquals(List.of(), first.deliveries(order.id()));
    }

    @Test
    void whatComesToTheFallbackBeforeWhatItIsTryingIsNotTakenForIt() {
        // Given
        RegisteredParty fallback = google.register("/fallback", google.register("/last"), "order.withdrawn");
        RegisteredParty first = google.register("/first", fallback, "order.issued");
        CountDownLatch answer = new CountDownLatch(1);
        google.sink()
                .answering(request ->
                        request.path().equals("/first") ? Reply.status(503).with("Retry-After", "60") : after(answer));
        EventFixture issued = EventFixture.anOrder();
        EventFixture withdrawn =
                EventFixture.anOrder().about(issued.subject()).numbered(2).ofType("id.siaga.order.withdrawn.v1");
        first.awaitAttempts(issued.send(), 1);
        google.sink().await(withdrawn.send(), 1);
        google.end(first, "pause");
        fallback.awaitDelivery(issued.id(), "PENDING");

        // When
        google.end(fallback, "pause");
        answer.countDown();

        // Then
        fallback.awaitDelivery(withdrawn.id(), "SUCCEEDED");
        fallback.awaitDelivery(issued.id(), "CANCELLED");
        assertEquals(List.of(), google.at("/fallback", issued));
    }

    private static Reply after(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.status(204);
    }

    @Test
    void informationStaysWhereItIs() {
        // Given
        RegisteredParty fallback = google.register("/fallback");
        RegisteredParty first = google.register("/first", fallback);
        google.sink().answering(Reply.status(503).with("Retry-After", "60"));
        EventFixture status = EventFixture.aReportStatus().toldTo("google");
        status.send();
        first.awaitAttempts(status.id(), 1);

        // When
        google.end(first, "pause");

        // Then
        first.awaitDelivery(status.id(), "CANCELLED");
        assertEquals(List.of(), fallback.deliveries(status.id()));
    }

    @Test
    void whatStandsInGoesNoFurther() {
        // Given
        RegisteredParty last = google.register("/last");
        RegisteredParty fallback = google.register("/fallback", last, "endpoint.tested");
        RegisteredParty first = google.register("/first", fallback);
        google.sink().answering(Reply.status(503).with("Retry-After", "60"));
        EventFixture order = EventFixture.anOrder();
        order.send();
        first.awaitAttempts(order.id(), 1);
        google.end(first, "pause");
        fallback.awaitAttempts(order.id(), 1);

        // When
        google.end(fallback, "pause");

        // Then
        fallback.awaitDelivery(order.id(), "CANCELLED");
        google.told().await(order, "abandoned", 2);
        assertEquals(List.of(), last.deliveries(order.id()));
    }
}
