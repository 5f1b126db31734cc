// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the far side's ledger proves: which events arrived, which are missing, which came twice under different ids. */
public final class Deliveries {

    private Deliveries() {}

    /** Distinct events, per receiver, that were confirmed with 2xx. */
    public static int confirmed(List<LedgerLine> lines) {
        Set<String> confirmed = new HashSet<>();
        for (LedgerLine line : lines) {
            if (line.outcome() == Outcome.TAKEN || line.outcome() == Outcome.REPEATED) {
                confirmed.add(line.party() + " " + line.webhookId());
            }
        }
        return confirmed.size();
    }

    /** The same event (receiver, type, subject, sequence) under more than one webhook-id, seen at least once in this run. */
    public static List<String> duplicated(List<LedgerLine> ledger, Instant since) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        Set<String> ofThisRun = new HashSet<>();
        for (LedgerLine line : ledger) {
            if (!line.verified() || line.sequence() == null) {
                continue;
            }
            String event = line.event() + " " + line.subject() + " #" + line.sequence() + " to " + line.party();
            ids.computeIfAbsent(event, fresh -> new TreeSet<>()).add(line.webhookId());
            if (!line.time().isBefore(since)) {
                ofThisRun.add(event);
            }
        }
        List<String> duplicated = new ArrayList<>();
        ids.forEach((event, webhooks) -> {
            if (webhooks.size() > 1 && ofThisRun.contains(event)) {
                duplicated.add(event + " came under " + webhooks.size() + " webhook-ids");
            }
        });
        return duplicated;
    }

    /** The events of an order that its platform must have been told, by the order's own state. */
    public static List<String> missingOfOrder(JsonNode order, List<LedgerLine> ledger) {
        List<String> expected = new ArrayList<>(List.of("order.issued"));
        if (order.path("waits").valueStream().anyMatch(wait -> Json.textOrNull(wait, "repliedAt") != null)) {
            expected.add("order.clarified");
        }
        if (Json.textOrNull(order, "answeredAt") != null) {
            expected.add("order.answered");
        }
        if (Json.textOrNull(order, "closedAt") != null) {
            expected.add("order.closed");
        }
        String id = order.path("id").asText();
        Set<String> seen = new HashSet<>();
        for (LedgerLine line : ledger) {
            if (line.outcome().acted() && line.subject().equals(id)) {
                seen.add(line.event());
            }
        }
        return expected.stream()
                .filter(event -> !seen.contains(event))
                .map(event -> event + " of order " + Narrator.shortId(id) + " never reached "
                        + order.path("party").asText())
                .toList();
    }

    /**
     * The status changes of a report that its reporter's endpoint must have been told: no gap, and the last is what the API shows.
     *
     * @param supplements how often its reporter has added to it: each takes a number, too, and is told nobody, who knows of it
     */
    public static List<String> missingOfReport(
            String label, JsonNode report, List<LedgerLine> ledger, int supplements) {
        String id = report.path("id").asText();
        TreeMap<Long, LedgerLine> told = new TreeMap<>();
        for (LedgerLine line : ledger) {
            if (line.outcome().acted() && line.subject().equals(id) && line.sequence() != null) {
                told.put(Long.valueOf(line.sequence()), line);
            }
        }
        if (told.isEmpty()) {
            return List.of("no status change of report " + label + " reached its reporter's endpoint");
        }
        List<String> gaps = new ArrayList<>();
        for (long sequence = told.firstKey(); sequence < told.lastKey(); sequence++) {
            if (!told.containsKey(sequence)) {
                gaps.add("status change #" + sequence + " of report " + label
                        + " never reached its reporter's endpoint");
            }
        }
        List<String> missing = gaps.size() <= supplements ? new ArrayList<>() : gaps;
        String last = told.lastEntry().getValue().status();
        boolean current = report.path("items")
                .valueStream()
                .anyMatch(item -> item.path("status").asText().equals(last));
        if (!current) {
            missing.add("the last status of report " + label + " never reached its reporter's endpoint (last told: "
                    + last + ")");
        }
        return missing;
    }
}
