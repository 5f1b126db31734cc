// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static id.siaga.notification.RegisteredParty.as;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is being tried while its endpoint ends is settled by the answer, and what waits behind it ends with the endpoint. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class InFlightEndTest {

    private final WebhookSink sink = new WebhookSink();
    private final ToldDeliveries told = new ToldDeliveries();
    private final CountDownLatch answered = new CountDownLatch(1);
    private final EventFixture tried = EventFixture.anOrder();
    private final EventFixture waiting =
            EventFixture.anOrder().about(tried.subject()).numbered(2);
    private final List<RegisteredParty> registered = new ArrayList<>();

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @ParameterizedTest
    @CsvSource({"204, SUCCEEDED, succeeded, 1", "500, CANCELLED, abandoned, 2", "410, ABANDONED, abandoned, 2"})
    void aPauseLeavesItToTheAnswer(int answer, String status, String verb, int events) {
        // Given
        sink.answering(request -> afterwards(Reply.status(answer)));
        RegisteredParty google = register();
        sink.await(tried.send(), 1);
        waiting.send();
        google.awaitDelivery(waiting.id(), "PENDING");

        // When
        as("google", "platform")
                .post("/v1/endpoints/" + google.endpointId() + "/pause")
                .then()
                .statusCode(200);

        // Then
        google.awaitDelivery(waiting.id(), "CANCELLED");
        assertEquals("PENDING", google.deliveries(tried.id()).getFirst().get("status"));
        answered.countDown();
        google.awaitDelivery(tried.id(), status);
        assertEquals(
                1,
                told.await(tried, verb, events).stream()
                        .map(event ->
                                JsonPath.from(new String(event.value(), UTF_8)).getString("eventId"))
                        .filter(tried.id()::equals)
                        .count());
        assertEquals(1, sink.received().size());
    }

    @Test
    void anAnswerThatItIsGoneLeavesWhatElseIsInFlightToItsOwnAnswer() {
        // Given
        EventFixture gone = EventFixture.anOrder();
        sink.answering(request -> request.id().equals(gone.id()) ? Reply.status(410) : afterwards(Reply.status(204)));
        RegisteredParty google = register();
        sink.await(tried.send(), 1);
        waiting.send();
        google.awaitDelivery(waiting.id(), "PENDING");

        // When
        gone.send();

        // Then
        google.awaitDelivery(gone.id(), "ABANDONED");
        google.awaitDelivery(waiting.id(), "CANCELLED");
        assertEquals("DISABLED", google.endpoint().getString("status"));
        answered.countDown();
        google.awaitDelivery(tried.id(), "SUCCEEDED");
        assertEquals(2, sink.received().size());
    }

    @Test
    void whatComesLateAndBelongsBeforeItIsNotTakenForIt() {
        // Given
        sink.answering(request -> afterwards(Reply.status(204)));
        RegisteredParty google = register();
        sink.await(waiting.send(), 1);
        tried.send();
        google.awaitDelivery(tried.id(), "PENDING");

        // When
        as("google", "platform")
                .post("/v1/endpoints/" + google.endpointId() + "/pause")
                .then()
                .statusCode(200);
        answered.countDown();

        // Then
        google.awaitDelivery(waiting.id(), "SUCCEEDED");
        google.awaitDelivery(tried.id(), "CANCELLED");
        assertEquals(1, sink.received().size());
    }

    private RegisteredParty register() {
        RegisteredParty endpoint = RegisteredParty.register("google", "platform", sink.url("/"), "*");
        registered.add(endpoint);
        return endpoint;
    }

    private Reply afterwards(Reply reply) {
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }
}
