// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.FakeSuite;
import id.siaga.localstack.client.FakeSuite.Request;
import id.siaga.localstack.client.FakeSuite.Result;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.platform.conduct.Cast;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadOrdersTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder;

    private final List<ObjectNode> open = new ArrayList<>();
    private final List<String> letters = new ArrayList<>();
    private FakeSuite fake;
    private Receipts receipts;
    private LoadOrders orders;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeSuite();
        receipts = new Receipts(folder.resolve("receipts.ndjson"));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Api api = new Api(fake.suite(), receipts, new Backoff(2, Duration.ofMillis(1), Duration.ofMillis(1)), clock);
        orders = new LoadOrders(api, Set.of("case-1"), letters::add, Cast.IN_CHARACTER, clock);
        fake.on("GET /v1/orders", this::list)
                .on("POST /v1/orders/order-12345678/service", request -> new Result(200, "{}"))
                .on("POST /v1/orders/order-12345678/reply", request -> new Result(200, "{}"));
    }

    @AfterEach
    void stop() {
        receipts.close();
        fake.close();
    }

    @Test
    void anOrderToAPlatformWithoutAnEndpointIsServedOnceAndByLetter() {
        // Given
        open.add(order("x", "ISSUED", 1));

        // When
        assertEquals(1, orders.work());
        orders.work();

        // Then
        assertEquals(List.of("x"), letters);
        assertEquals(1, acts().size());
        assertEquals(1, orders.served());
    }

    @Test
    void anOrderOnItsWayToAnEndpointIsLeftToItsWebhook() {
        // Given
        open.add(order("tiktok", "ISSUED", 600));
        open.add(order("tiktok", "DELIVERED", 5));

        // When
        int waiting = orders.work();

        // Then
        assertEquals(2, waiting);
        assertEquals(List.of(), acts());
    }

    @Test
    void whatNobodyAcknowledgesIsServedByHand() {
        // Given
        open.add(order("snackvideo", "DELIVERED", 60));

        // When
        orders.work();

        // Then
        assertEquals(List.of("/v1/orders/order-12345678/service"), acts());
        assertEquals(List.of(), letters, "it has an endpoint");
    }

    @Test
    void onceServedThePlatformThatNeverAnswersIsExpectedOpen() {
        // Given
        ObjectNode order = order("snackvideo", "DELIVERED", 60);
        assertFalse(LoadOrders.isExpectedOpen(order, Cast.IN_CHARACTER));

        // When
        open.add(order.put("receivedAt", NOW.toString()));

        // Then
        assertTrue(LoadOrders.isExpectedOpen(order, Cast.IN_CHARACTER));
        assertFalse(LoadOrders.isExpectedOpen(order.deepCopy().put("party", "tiktok"), Cast.IN_CHARACTER));
        assertFalse(LoadOrders.isExpectedOpen(order, Cast.ALL_PROMPT));
        assertEquals(0, orders.work());
    }

    @Test
    void whatAPlatformAsksIsReplied() {
        // Given
        open.add(order("tiktok", "CLARIFICATION_REQUESTED", 60));

        // When
        orders.work();

        // Then
        assertEquals(List.of("/v1/orders/order-12345678/reply"), acts());
    }

    @Test
    void ordersOfOtherCasesAreNotTouched() {
        // Given
        open.add(order("x", "ISSUED", 60).put("caseId", "case-2"));

        // Then
        assertEquals(0, orders.work());
        assertEquals(List.of(), acts());
    }

    private Result list(Request request) {
        ObjectNode page = Json.object();
        ArrayNode entries = page.putArray("orders");
        open.stream()
                .filter(order ->
                        request.path().contains("status=" + order.path("status").asText() + "&"))
                .forEach(entries::add);
        return new Result(200, page.toString());
    }

    private List<String> acts() {
        return fake.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .map(Request::path)
                .toList();
    }

    private static ObjectNode order(String party, String status, int secondsOld) {
        return Json.object()
                .put("id", "order-12345678")
                .put("caseId", "case-1")
                .put("party", party)
                .put("platform", party)
                .put("status", status)
                .put("issuedAt", NOW.minusSeconds(secondsOld).toString());
    }
}
