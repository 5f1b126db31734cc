// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.demo.show.Table;
import id.siaga.localstack.platform.LedgerLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How things stand, in short facts for the board, from what the public API and the ledger say. */
final class Standings {
    /** The states of cases and of orders, as they follow each other. */
    private static final List<String> LIFE = List.of(
            "NEW",
            "IN_REVIEW",
            "DECIDED",
            "ISSUED",
            "DELIVERED",
            "ACKNOWLEDGED",
            "CLARIFICATION_REQUESTED",
            "IMPOSSIBLE",
            "ANSWERED",
            "CLOSED");

    private Standings() {}

    /** How many, and how many in each state. */
    static List<String> counted(Collection<JsonNode> things) {
        Map<String, Integer> byStatus = new TreeMap<>(Comparator.comparing(LIFE::indexOf));
        things.forEach(one -> byStatus.merge(one.path("status").asText(), 1, Integer::sum));
        List<String> facts = new ArrayList<>(List.of(Integer.toString(things.size())));
        byStatus.forEach((status, count) ->
                facts.add(count + " " + status.toLowerCase(Locale.ROOT).replace('_', ' ')));
        return facts;
    }

    static List<String> webhooks(Map<LedgerLine.Outcome, Integer> webhooks) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        webhooks.forEach((outcome, count) -> counts.merge(
                outcome.failedOnPurpose()
                        ? "failed on purpose"
                        : outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                count,
                Integer::sum));
        List<String> facts = new ArrayList<>();
        counts.forEach((outcome, count) -> facts.add(count + " " + outcome));
        return facts;
    }

    /** How many run, and those that are due next, by their names. */
    static List<String> clocks(Collection<JsonNode> cases, Instant now) {
        record Running(String name, Instant due) {}
        List<Running> running = new ArrayList<>();
        for (JsonNode view : cases) {
            for (JsonNode one : view.path("clocks")) {
                if (one.path("state").asText().equals("RUNNING")) {
                    running.add(new Running(
                            one.path("kind").asText() + " "
                                    + platform(view, one.path("orderId").asText()),
                            Instant.parse(one.path("dueAt").asText())));
                }
            }
        }
        running.sort(Comparator.comparing(Running::due));
        List<String> facts = new ArrayList<>(List.of(running.size() + " running"));
        running.forEach(one -> facts.add(one.name() + " " + Table.left(Duration.between(now, one.due()))));
        return facts;
    }

    private static String platform(JsonNode view, String orderId) {
        return view.path("orders")
                .valueStream()
                .filter(order -> order.path("id").asText().equals(orderId))
                .map(order -> order.path("platform").asText())
                .findFirst()
                .orElse("");
    }
}
