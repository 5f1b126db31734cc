// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.demo.show.Table;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.conduct.Persona;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What each platform's character made of the orders that went to it. */
final class PlatformTable {

    private PlatformTable() {}

    static List<String> lines(Facts facts, List<OrderTimes> times) {
        Table table = new Table(
                "platform",
                "character",
                ">orders",
                ">answered",
                ">refused",
                ">open",
                ">webhooks",
                ">failed on purpose",
                ">slowest answer");
        for (Persona persona : Persona.values()) {
            if (persona.isPlatform()) {
                row(table, persona, facts, times);
            }
        }
        return table.lines();
    }

    private static void row(Table table, Persona persona, Facts facts, List<OrderTimes> times) {
        Collection<JsonNode> orders = facts.orders().values().stream()
                .filter(order -> order.path("party").asText().equals(persona.party()))
                .toList();
        List<LedgerLine> calls = facts.ledger().stream()
                .filter(line ->
                        line.party().equals(persona.party()) && !line.time().isBefore(facts.startedAt()))
                .toList();
        long open = orders.stream().filter(OpenOrder::open).count();
        Duration slowest = times.stream()
                .filter(one -> orders.stream()
                        .anyMatch(order -> order.path("id").asText().equals(one.orderId())))
                .map(OrderTimes::receivedToAnswered)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(null);
        table.row(
                persona.party(),
                persona.temper().shown(),
                Integer.toString(orders.size()),
                Long.toString(orders.size() - open),
                Long.toString(orders.stream().filter(PlatformTable::refused).count()),
                Long.toString(open),
                Integer.toString(Deliveries.confirmed(calls)),
                Long.toString(calls.stream()
                        .filter(line -> line.outcome().failedOnPurpose())
                        .count()),
                Table.time(slowest));
    }

    private static boolean refused(JsonNode order) {
        return order.path("locators").valueStream().anyMatch(locator -> Facts.resultOf(locator)
                .equals("REFUSED"));
    }

    /** The characters and what they mean, for whoever reads the table. */
    static List<String> legend() {
        return Arrays.stream(Persona.values())
                .filter(Persona::isPlatform)
                .map(Persona::temper)
                .distinct()
                .map(temper -> temper.shown() + ": " + temper.meaning())
                .toList();
    }
}
