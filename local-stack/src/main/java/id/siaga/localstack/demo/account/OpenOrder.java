// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.platform.conduct.Persona;
import id.siaga.localstack.platform.conduct.Temper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An order that is open at the end because of whom it went to: a platform that never answers. It was served, and its clocks run.
 *
 * @param due when its running clocks are due, by their names
 */
public record OpenOrder(
        String orderId, String platform, String instrument, String status, Temper temper, Map<String, Instant> due) {

    private static final Set<String> ANSWERED = Set.of("ANSWERED", "CLOSED");

    static boolean open(JsonNode order) {
        return !ANSWERED.contains(order.path("status").asText());
    }

    /** Silence explains an order that was delivered and proven to be received; whatever is less is the desk's to do. */
    static boolean explained(JsonNode order) {
        return Persona.temperOf(order.path("party").asText()) == Temper.SILENT
                && order.path("status").asText().equals("DELIVERED")
                && Json.textOrNull(order, "receivedAt") != null;
    }

    /** All of them, as the public API shows them. */
    public static List<OpenOrder> of(Facts facts) {
        return facts.orders().values().stream()
                .filter(order -> open(order) && explained(order))
                .map(order -> of(order, facts.caseOf(order)))
                .toList();
    }

    private static OpenOrder of(JsonNode order, JsonNode caseView) {
        String id = order.path("id").asText();
        Map<String, Instant> due = new TreeMap<>();
        for (JsonNode clock : caseView.path("clocks")) {
            if (clock.path("orderId").asText().equals(id)
                    && clock.path("state").asText().equals("RUNNING")) {
                due.put(
                        clock.path("kind").asText(),
                        Instant.parse(clock.path("dueAt").asText()));
            }
        }
        return new OpenOrder(
                id,
                order.path("platform").asText(),
                order.path("instrument").asText(),
                order.path("status").asText(),
                Persona.temperOf(order.path("party").asText()),
                due);
    }
}
