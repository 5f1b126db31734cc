// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.RegisteredParty.as;
import static id.siaga.notification.recovery.Commands.id;
import static id.siaga.notification.recovery.Commands.resend;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.notification.delivery.ToldDeliveries;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One delivery is sent again, however it stands. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class ResendTest {

    private final WebhookSink sink = new WebhookSink();
    private final ToldDeliveries told = new ToldDeliveries();
    private final List<RegisteredParty> registered = new ArrayList<>();
    private final Rows rows;

    ResendTest(Rows rows) {
        this.rows = rows;
    }

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void whatArrivedIsSentAgainAsOftenAsItIsAskedForAndToldOfOnce() {
        // Given
        RegisteredParty google = register("google", "platform");
        EventFixture order = EventFixture.anOrder();
        Map<String, Object> delivery = google.awaitDelivery(order.send(), "SUCCEEDED");

        // When
        for (int times = 2; times <= 4; times++) {
            resend(google, id(delivery)).statusCode(202).body("status", equalTo("PENDING"));
            int attempts = times;
            google.awaitDelivery(
                    order.id(),
                    one -> "SUCCEEDED".equals(one.get("status"))
                            && Integer.valueOf(attempts).equals(one.get("attempts")));
        }

        // Then
        List<Received> webhooks = sink.received(order.id());
        assertEquals(4, webhooks.size());
        webhooks.forEach(webhook -> assertArrayEquals(webhooks.getFirst().body(), webhook.body()));
        assertEquals(
                List.of(4, 3, 2, 1),
                google.attempts(order.id()).stream()
                        .map(one -> one.get("number"))
                        .toList());
        google.awaitDelivery(
                EventFixture.anOrder().about(order.subject()).numbered(2).send(), "SUCCEEDED");
        assertEquals(2, rows.told(order.subject()), "a repetition is no second receipt");
    }

    @Test
    void theLastTryIsMadeAndWhatIsSentAgainThenHasItsWholeTimeAgain() {
        // Given
        sink.answering(Reply.status(500));
        RegisteredParty google = register("google", "platform");
        EventFixture order = EventFixture.anOrder();
        Map<String, Object> delivery = google.awaitAttempts(order.send(), 1);
        rows.update("UPDATE delivery SET created_at = created_at - interval '3 days' WHERE id = ?::uuid", id(delivery));
        Map<String, Object> abandoned = google.awaitDelivery(order.id(), "ABANDONED");
        int tries = sink.received(order.id()).size();
        assertTrue(tries >= 2, "the last try was not made");
        assertEquals(tries, abandoned.get("attempts"));
        assertEquals("the endpoint answered 500", abandoned.get("lastError"));
        assertEquals(1, told.await(order, "abandoned", 1).size());

        sink.answering(
                request -> sink.received(request.id()).size() <= tries + 1 ? Reply.status(500) : Reply.status(204));

        // When
        resend(google, id(delivery)).statusCode(202);

        // Then
        google.awaitDelivery(order.id(), "SUCCEEDED");
        assertEquals(tries + 2, sink.received(order.id()).size());
        assertEquals(1, told.await(order, "succeeded", 1).size());
    }

    @Test
    void whatWaitsIsDueNow() {
        // Given
        sink.answering(Reply.status(503).with("Retry-After", "3600"), Reply.status(204));
        RegisteredParty mafindo = register("mafindo", "reporter");
        String id = EventFixture.aReportStatus().toldTo("mafindo").send();
        Map<String, Object> delivery = mafindo.awaitDelivery(
                id,
                one -> one.get("nextAttemptAt") != null && Integer.valueOf(1).equals(one.get("attempts")));

        // When
        resend(mafindo, id(delivery)).statusCode(202);

        // Then
        mafindo.awaitDelivery(id, "SUCCEEDED");
        assertEquals(2, sink.received(id).size());
    }

    @Test
    void whatIsBeingTriedIsOnItsWayAlready() throws InterruptedException {
        // Given
        CountDownLatch answer = new CountDownLatch(1);
        sink.answering(request -> after(answer, Reply.status(204)));
        RegisteredParty google = register("google", "platform");
        EventFixture order = EventFixture.anOrder();
        sink.await(order.send(), 1);

        // When
        resend(google, id(google.deliveries(order.id()).getFirst())).statusCode(202);
        answer.countDown();

        // Then
        assertEquals(1, google.awaitDelivery(order.id(), "SUCCEEDED").get("attempts"));
        assertEquals(1, sink.received(order.id()).size());
    }

    @Test
    void whatComesBackGoesBeforeWhatFollowedIt() {
        // Given
        EventFixture first = EventFixture.anOrder();
        EventFixture second = EventFixture.anOrder().about(first.subject()).numbered(2);
        sink.answering(request ->
                request.id().equals(second.id()) && sink.received(second.id()).size() == 1
                        ? Reply.status(503).with("Retry-After", "60")
                        : Reply.status(204));
        RegisteredParty google = register("google", "platform");
        first.send();
        second.send();
        google.awaitAttempts(second.id(), 1);
        google.awaitDelivery(second.id(), one -> one.get("nextAttemptAt") != null);

        // When
        resend(google, id(google.deliveries(first.id()).getFirst())).statusCode(202);

        // Then
        google.awaitDelivery(second.id(), "SUCCEEDED");
        assertEquals(
                List.of(first.id(), second.id(), first.id(), second.id()),
                sink.received().stream().map(Received::id).toList());
    }

    @Test
    void whatComesBackBeforeWhatIsBeingTriedIsNotTakenForIt() throws InterruptedException {
        // Given
        EventFixture first = EventFixture.anOrder();
        EventFixture second = EventFixture.anOrder().about(first.subject()).numbered(2);
        CountDownLatch answer = new CountDownLatch(1);
        sink.answering(
                request -> request.id().equals(second.id()) ? after(answer, Reply.status(204)) : Reply.status(204));
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "*");
        first.send();
        Map<String, Object> arrived = google.awaitDelivery(first.id(), "SUCCEEDED");
        sink.await(second.send(), 1);
        resend(google, id(arrived)).statusCode(202);

        // When
        google.delete();
        answer.countDown();

        // Then
        assertEquals(2, told.await(first, "succeeded", 2).size());
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> rows.texts(
                        "SELECT subject FROM lane WHERE subject = ?", first.subject())
                .isEmpty());
        assertEquals(
                List.of("CANCELLED", "SUCCEEDED"),
                rows.texts("SELECT status FROM delivery WHERE subject = ? ORDER BY sequence", first.subject()));
        assertEquals(2, rows.told(first.subject()));
        assertEquals(1, sink.received(first.id()).size());
    }

    @Test
    void onlyWhatIsThereAndOnlyToAnEndpointThatIsTold() {
        // Given
        RegisteredParty google = register("google", "platform");
        Object id = id(google.awaitDelivery(EventFixture.anOrder().send(), "SUCCEEDED"));
        Object nobodys = UUID.randomUUID();

        // When, Then
        resend(google, nobodys).statusCode(404);
        Commands.post(google, "meta", "platform", id, "resend").statusCode(404);
        as("google", "platform")
                .post("/v1/endpoints/" + google.endpointId() + "/pause")
                .then()
                .statusCode(200);
        resend(google, id).statusCode(409).body("state", equalTo("PAUSED"));
    }

    private static Reply after(CountDownLatch latch, Reply reply) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }

    private RegisteredParty register(String party, String role) {
        RegisteredParty endpoint = RegisteredParty.register(party, role, sink.url("/"), "*");
        registered.add(endpoint);
        return endpoint;
    }
}
