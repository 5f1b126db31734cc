// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was published, what receivers wrote down, and what the other services were told of it. */
record DeliveryBooks(SinkLedger sink, PublishedOrders orders, String brokers) {

    private static final Duration SOON = Duration.ofMinutes(2);

    /** Waits until all has arrived and been told, and checks it; returns how many came more than once. */
    long settle() {
        Set<PublishedOrders.Event> published = orders.all();
        Set<String> ids =
                published.stream().map(PublishedOrders.Event::webhookId).collect(Collectors.toSet());
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertEquals(published, arrived(sink.read())));
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).until(() -> told(ids)
                .containsAll(ids));
        List<JsonNode> ledger = sink.read();
        assertEquals(published, arrived(ledger));
        assertTrue(ledger.stream().allMatch(line -> line.path("verified").asBoolean()), "every webhook was signed");
        Repetitions.areUnderOneIdWithTheSameBytes(ledger);
        Repetitions.keepTheOrderOfEachSubject(ledger);
        assertEquals(ids.size(), told(ids).size(), "each was told once to be received");
        System.out.printf(
                "delivery faults: %d events arrived, %d of them more than once%n", ids.size(), repeated(ledger));
        return repeated(ledger);
    }

    private List<String> told(Set<String> ids) {
        return ToldDeliveries.succeeded(brokers).stream().filter(ids::contains).toList();
    }

    private static Set<PublishedOrders.Event> arrived(List<JsonNode> ledger) {
        return ledger.stream()
                .map(line -> new PublishedOrders.Event(
                        line.path("party").asText(),
                        line.path("subject").asText(),
                        line.path("sequence").asText(),
                        line.path("webhook-id").asText()))
                .collect(Collectors.toSet());
    }

    private static long repeated(List<JsonNode> ledger) {
        return ledger.stream()
                .collect(Collectors.groupingBy(line -> line.path("webhook-id").asText(), Collectors.counting()))
                .values()
                .stream()
                .filter(times -> times > 1)
                .count();
    }
}
