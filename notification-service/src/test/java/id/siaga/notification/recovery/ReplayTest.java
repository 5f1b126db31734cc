// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.recovery.Commands.queued;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.notification.delivery.ToldDeliveries;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All that a party may know of a time is sent to its endpoint, whatever became of it before. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class ReplayTest {

    private final WebhookSink sink = new WebhookSink();
    private final WebhookSink earlier = new WebhookSink();
    private final List<RegisteredParty> registered = new ArrayList<>();
    private final Instant begin = Clock.systemUTC().instant();
    private final Rows rows;

    ReplayTest(Rows rows) {
        this.rows = rows;
    }

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
        earlier.close();
    }

    @Test
    void anEndpointLearnsWhatCameBeforeItInOrder() {
        // Given
        RegisteredParty witness = register("google", "platform", earlier, "*");
        EventFixture first = EventFixture.anOrder();
        List<String> ids = new ArrayList<>(List.of(first.send()));
        IntStream.rangeClosed(2, 45)
                .forEach(n -> ids.add(EventFixture.anOrder()
                        .about(first.subject())
                        .numbered(n)
                        .send()));
        witness.awaitDelivery(ids.getLast(), "SUCCEEDED");
        RegisteredParty late = register("google", "platform", sink, "order.*");

        // When
        int queued = queued(late, "replay", since());

        // Then
        assertEquals(45, queued);
        late.awaitDelivery(ids.getLast(), "SUCCEEDED");
        assertEquals(ids, sink.received().stream().map(Received::id).toList());
        assertArrayEquals(
                earlier.received(ids.getFirst()).getFirst().body(),
                sink.received().getFirst().body());
        assertEquals(45, earlier.received().size(), "told to another endpoint again");
    }

    @Test
    void whatArrivedComesAgainIsToldOfOnceAndWhatWaitsIsLeftAlone() {
        // Given
        EventFixture arrived = EventFixture.anOrder();
        EventFixture waiting = EventFixture.anOrder();
        sink.answering(request ->
                request.id().equals(waiting.id()) ? Reply.status(503).with("Retry-After", "3600") : Reply.status(204));
        RegisteredParty google = register("google", "platform", sink, "*");
        google.awaitDelivery(arrived.send(), "SUCCEEDED");
        google.awaitAttempts(waiting.send(), 1);
        google.awaitDelivery(waiting.id(), one -> one.get("nextAttemptAt") != null);
        Object due = google.deliveries(waiting.id()).getFirst().get("nextAttemptAt");

        // When
        int queued = queued(google, "replay", since());

        // Then
        assertEquals(1, queued);
        sink.await(arrived.id(), 2);
        google.awaitDelivery(arrived.id(), "SUCCEEDED");
        assertEquals(due, google.deliveries(waiting.id()).getFirst().get("nextAttemptAt"));
        assertEquals(1, new ToldDeliveries().await(arrived, "succeeded", 1).size());
        assertEquals(1, rows.told(arrived.subject()));
    }

    @Test
    void onlyWhatTheEndpointWantsOfThatTimeAndOfThoseTypes() {
        // Given
        RegisteredParty witness = register("cekfakta", "partner", earlier, "*");
        String early = EventFixture.anOpenedCase().toldTo("*").send();
        String urgent = urgentCase("cekfakta");
        String opened = EventFixture.anOpenedCase().toldTo("*").send();
        for (String id : List.of(early, urgent, opened)) {
            witness.awaitDelivery(id, "SUCCEEDED");
        }
        RegisteredParty filtered = register(
                "cekfakta",
                "partner",
                Map.of(
                        "url", sink.url("/"),
                        "eventTypes", List.of("case.*"),
                        "filters", Map.of("urgentOnly", true)));

        // When
        int otherTypes = queued(filtered, "replay", Map.of("since", begin.toString(), "types", List.of("order.*")));
        int otherTime = queued(
                filtered,
                "replay",
                Map.of(
                        "since", begin.minus(Duration.ofHours(2)).toString(),
                        "until", begin.minus(Duration.ofHours(1)).toString()));
        int wanted = queued(filtered, "replay", since());

        // Then
        assertEquals(0, otherTypes);
        assertEquals(0, otherTime);
        assertEquals(1, wanted);
        filtered.awaitDelivery(urgent, "SUCCEEDED");
        assertEquals(List.of(urgent), sink.received().stream().map(Received::id).toList());
    }

    @Test
    void whatEveryPartnerMayKnowIsToldToWhomIsOneNow() {
        // Given
        RegisteredParty witness = register("elsam", "partner", earlier, "case.opened");
        String id = EventFixture.anOpenedCase().toldTo("*").send();
        witness.awaitDelivery(id, "SUCCEEDED");
        RegisteredParty never = register("elsam", "reporter", sink, "case.opened");

        // When
        int neverPartner = queued(never, "replay", since());
        int noMore = queued(new RegisteredParty("elsam", "reporter", witness.endpointId(), ""), "replay", since());
        int partner = queued(witness, "replay", since());

        // Then
        assertEquals(0, neverPartner);
        assertEquals(0, noMore);
        assertEquals(1, partner);
        earlier.await(id, 2);
        assertEquals(List.of(), sink.received());
    }

    @Test
    void whatIsQueuedBeforeWhatIsBeingTriedIsNotTakenForIt() {
        // Given
        RegisteredParty witness = register("google", "platform", earlier, "*");
        EventFixture first = EventFixture.anOrder();
        witness.awaitDelivery(first.send(), "SUCCEEDED");
        CountDownLatch answer = new CountDownLatch(1);
        sink.answering(request -> after(answer));
        RegisteredParty late = RegisteredParty.register("google", "platform", sink.url("/"), "*");
        EventFixture second = EventFixture.anOrder().about(first.subject()).numbered(2);
        sink.await(second.send(), 1);
        witness.awaitDelivery(second.id(), "SUCCEEDED");
        assertEquals(1, queued(late, "replay", since()));

        // When
        late.delete();
        answer.countDown();

        // Then
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> rows.texts(
                                "SELECT status FROM delivery WHERE endpoint_id = ?::uuid ORDER BY sequence",
                                late.endpointId()),
                        List.of("CANCELLED", "SUCCEEDED")::equals);
        assertEquals(1, sink.received().size());
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
    void anOrderWhoseTimeIsOverIsNotSaidToBeFailing() {
        // Given
        RegisteredParty witness = register("google", "platform", earlier, "*");
        EventFixture order = EventFixture.anOrder().servedWithin(Duration.ofMillis(1));
        witness.awaitDelivery(order.send(), "SUCCEEDED");
        sink.answering(Reply.status(500));
        RegisteredParty late = register("google", "platform", sink, "*");
        int before = rows.told(order.subject());

        // When
        queued(late, "replay", since());

        // Then
        late.awaitAttempts(order.id(), 3);
        assertEquals(before, rows.told(order.subject()));
    }

    private Map<String, ?> since() {
        return Map.of("since", begin.toString());
    }

    private static String urgentCase(String party) {
        EventFixture opened = EventFixture.anOpenedCase().toldTo("*," + party);
        return opened.saying(opened.data().replace("\"urgent\": false", "\"urgent\": true"))
                .send();
    }

    private RegisteredParty register(String party, String role, WebhookSink to, String types) {
        return register(party, role, Map.of("url", to.url("/"), "eventTypes", List.of(types)));
    }

    private RegisteredParty register(String party, String role, Map<String, ?> request) {
        RegisteredParty endpoint = RegisteredParty.register(party, role, request);
        registered.add(endpoint);
        return endpoint;
    }
}
