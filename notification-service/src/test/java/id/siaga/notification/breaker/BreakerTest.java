// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An endpoint that fails is spared what can wait, and told what cannot. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class BreakerTest {

    /** As many as may be on their way when the breaker opens, and then some. */
    private static final int PER_ENDPOINT = 16;

    /** More than an endpoint may have in flight and the breaker takes to open. */
    private static final int MANY = 40;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final WebhookSink sink = new WebhookSink();
    private final List<RegisteredParty> registered = new ArrayList<>();

    @Inject
    BreakerConfig config;

    @AfterEach
    void unregister() {
        registered.reversed().forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void informationWaitsWhereAllFailedAndGoesWhenAProbeHasSucceeded() {
        // Given
        Reply[] reply = {Reply.status(500)};
        sink.answering(request -> reply[0]);
        RegisteredParty google = register("/google");
        List<String> events = statuses(MANY);
        awaitState(google, "OPEN", "HALF_OPEN");
        int tried = sink.received().size();

        // When
        awaitRequests(tried + PER_ENDPOINT);

        // Then
        List<Received> probes = sink.received().subList(tried + PER_ENDPOINT - 2, tried + PER_ENDPOINT);
        Duration between = Duration.between(probes.get(0).at(), probes.get(1).at());
        assertTrue(between.compareTo(config.pause().dividedBy(2)) > 0, "probes after " + between);
        assertTrue(tried < MANY, "tried " + tried);
        assertTrue(google.endpoint().getInt("health.consecutiveFailures") >= config.failures());
        // And
        reply[0] = Reply.status(204);
        events.forEach(id -> google.awaitDelivery(id, "SUCCEEDED"));
        awaitState(google, "CLOSED");
        assertEquals(0, google.endpoint().getInt("health.consecutiveFailures"));
    }

    @Test
    void ordersGoInAnyStateAndCloseIt() {
        // Given
        Reply[] reply = {Reply.status(500)};
        sink.answering(request -> reply[0]);
        RegisteredParty google = register("/google");
        statuses(MANY);
        awaitState(google, "OPEN", "HALF_OPEN");
        EventFixture order = EventFixture.anOrder();

        // When
        order.send();

        // Then
        google.awaitAttempts(order.id(), 3);
        reply[0] = Reply.status(204);
        google.awaitDelivery(order.id(), "SUCCEEDED");
        awaitState(google, "CLOSED");
    }

    @Test
    void whereItIsOpenAnOrderGoesToTheFallbackAfterItsFirstTry() {
        // Given
        RegisteredParty fallback =
                registered(RegisteredParty.register("google", "platform", sink.url("/fallback"), "endpoint.tested"));
        sink.answering(request -> Reply.status(request.path().equals("/fallback") ? 204 : 500));
        RegisteredParty google = registered(RegisteredParty.register(
                "google",
                "platform",
                Map.of(
                        "url",
                        sink.url("/google"),
                        "eventTypes",
                        List.of("order.*", "report.*"),
                        "fallbackEndpointId",
                        fallback.endpointId())));
        statuses(MANY);
        awaitState(google, "OPEN", "HALF_OPEN");
        EventFixture order = EventFixture.anOrder();

        // When
        order.send();

        // Then
        fallback.awaitDelivery(order.id(), "SUCCEEDED");
        google.awaitDelivery(order.id(), "CANCELLED");
        long tries = sink.received(order.id()).stream()
                .filter(one -> one.path().equals("/google"))
                .count();
        assertTrue(tries < 4, tries + " tries");
    }

    private List<String> statuses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> EventFixture.aReportStatus().toldTo("google").send())
                .toList();
    }

    private void awaitRequests(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> sink.received().size() >= count);
    }

    private static void awaitState(RegisteredParty endpoint, String... states) {
        Awaitility.await().atMost(PATIENCE).until(() -> List.of(states)
                .contains(endpoint.endpoint().getString("health.state")));
    }

    private RegisteredParty register(String path) {
        return registered(RegisteredParty.register("google", "platform", sink.url(path), "*"));
    }

    private RegisteredParty registered(RegisteredParty endpoint) {
        registered.add(endpoint);
        return endpoint;
    }
}
