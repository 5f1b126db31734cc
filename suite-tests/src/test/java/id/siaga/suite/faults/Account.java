// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.DurableLines;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Receipt;
import id.siaga.localstack.client.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what clients hold receipts for and what receivers wrote down with what the public APIs say. */
record Account(Api api, Path books, SinkLedger sink, List<String> reporters, String platform) {

    /** Much longer than the lease of a delivery that was in flight when its sender died. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    void check(Collection<String> ordersOfApprovals) {
        // A killed consumer keeps its partitions until its session ends; then what waited is read at once.
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertEquals(0, having("RECEIVED", reports()).size(), "reports accepted and not linked"));
        Map<String, String> reports = reports();
        Map<String, String> orders = entries(platform, Service.TRIAGE, "/v1/orders", "orders");
        Set<String> receipts = reportsWithReceipt();
        assertEquals(receipts, reports.keySet(), "one report for each receipt, and no other");
        assertEquals(Set.copyOf(ordersOfApprovals), orders.keySet(), "one order for each approval, and no other");

        await().atMost(PATIENCE).until(() -> sink.ordersConfirmed().containsAll(orders.keySet()));
        await().atMost(PATIENCE).until(() -> reportersTold().containsAll(receipts));
        List<JsonNode> ledger = sink.read();
        assertEquals(orders.keySet(), told(platform, "id.siaga.order.issued.v1"), "every order was received");
        assertTrue(ledger.stream().allMatch(line -> line.path("verified").asBoolean()), "every webhook was signed");
        Repetitions.areUnderOneIdWithTheSameBytes(ledger);
        System.out.printf(
                "faults: %d reports accepted and linked, %d orders received, %d webhook calls of %d events%n",
                reports.size(),
                orders.size(),
                ledger.size(),
                ledger.stream()
                        .map(line -> line.path("webhook-id").asText())
                        .distinct()
                        .count());
    }

    private Set<String> told(String party, String type) {
        return sink.read().stream()
                .filter(line -> line.path("party").asText().equals(party))
                .filter(line -> line.path("type").asText().equals(type))
                .map(line -> line.path("subject").asText())
                .collect(Collectors.toSet());
    }

    private Set<String> reportsWithReceipt() {
        Map<String, String> idsOfKeys = new HashMap<>();
        for (JsonNode line : DurableLines.read(books.resolve("receipts.ndjson"))) {
            Receipt receipt = Receipt.of(line);
            if (receipt.path().equals("/v1/reports") && receipt.status() == 201) {
                idsOfKeys.put(String.valueOf(receipt.idempotencyKey()), String.valueOf(receipt.id()));
            }
        }
        return new HashSet<>(idsOfKeys.values());
    }

    private static Set<String> having(String status, Map<String, String> entries) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().equals(status))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<String> reportersTold() {
        return reporters.stream()
                .flatMap(reporter -> told(reporter, "id.siaga.report.status-changed.v1").stream())
                .collect(Collectors.toSet());
    }

    private Map<String, String> reports() {
        Map<String, String> found = new HashMap<>();
        reporters.forEach(reporter -> found.putAll(entries(reporter, Service.INTAKE, "/v1/reports", "reports")));
        return found;
    }

    /** The status of everything that the party's list shows, by id. */
    private Map<String, String> entries(String party, Service service, String path, String field) {
        Map<String, String> found = new HashMap<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            String page = path + "?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonNode body = api.send(api.suite().identity(party), Call.get(service, page))
                    .orThrow();
            body.path(field)
                    .valueStream()
                    .filter(entry -> service != Service.INTAKE
                            || Round.REFERENCE.equals(entry.path("reference").asText()))
                    .forEach(entry -> found.put(
                            entry.path("id").asText(), entry.path("status").asText()));
            cursor = Json.textOrNull(body, "next");
        }
        return found;
    }
}
