// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.platform.LedgerLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long what was new in this run took.
 *
 * @param lateness from when a report was due until it was sent: what the sender itself could not keep up with
 * @param accept from when a report was due until its answer
 * @param reportToLinked from when a report was due until its last item was linked, as the case shows it
 * @param approvalToReceived from the second person's approval until the order was in the ledger, or served by hand
 * @param approvalToReceivedAtOnce the same of those whose first call was taken: what the suite alone took
 * @param receivedToAnswered from then until the platform's answer was complete
 * @param reportToAnswered from when the case's first report was due until then
 */
record LoadTimes(
        Latency lateness,
        Latency accept,
        Latency reportToLinked,
        Latency approvalToReceived,
        Latency approvalToReceivedAtOnce,
        Latency receivedToAnswered,
        Latency reportToAnswered) {

    static LoadTimes of(LoadFacts facts) {
        Map<String, Sent> fresh = new HashMap<>();
        for (Sent one : facts.sent()) {
            String id = one.id();
            if (id != null && one.fate() == Sent.Fate.ACCEPTED) {
                fresh.put(id, one);
            }
        }
        OrderWays ways = OrderWays.of(facts, fresh);
        return new LoadTimes(
                Latency.of(facts.sent().stream().map(Sent::lateness)),
                Latency.of(fresh.values().stream().map(Sent::waited)),
                Latency.of(linked(facts.cases(), fresh)),
                Latency.of(ways.approvalToReceived().stream()),
                Latency.of(ways.approvalToReceivedAtOnce().stream()),
                Latency.of(ways.receivedToAnswered().stream()),
                Latency.of(ways.reportToAnswered().stream()));
    }

    /** By the words under which they are told, in their order. */
    Map<String, Latency> named() {
        Map<String, Latency> named = new LinkedHashMap<>();
        named.put("lateness", lateness);
        named.put("accept", accept);
        named.put("reportToLinked", reportToLinked);
        named.put("approvalToReceived", approvalToReceived);
        named.put("approvalToReceivedAtOnce", approvalToReceivedAtOnce);
        named.put("receivedToAnswered", receivedToAnswered);
        named.put("reportToAnswered", reportToAnswered);
        return named;
    }

    private static Stream<Duration> linked(List<JsonNode> cases, Map<String, Sent> fresh) {
        Map<String, Instant> last = new HashMap<>();
        for (JsonNode view : cases) {
            for (JsonNode link : view.path("reports")) {
                Instant at = Instant.parse(link.path("linkedAt").asText());
                last.merge(link.path("reportId").asText(), at, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return fresh.entrySet().stream()
                .filter(report -> last.containsKey(report.getKey()))
                .map(report -> Duration.between(report.getValue().due(), last.get(report.getKey())));
    }

    /** The parts of the way of each order that was approved in this run. */
    private record OrderWays(
            List<Duration> approvalToReceived,
            List<Duration> approvalToReceivedAtOnce,
            List<Duration> receivedToAnswered,
            List<Duration> reportToAnswered) {

        static OrderWays of(LoadFacts facts, Map<String, Sent> fresh) {
            OrderWays ways = new OrderWays(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            Map<String, List<LedgerLine>> told = facts.bySubject();
            Map<String, JsonNode> orders = new HashMap<>();
            facts.orders().forEach(order -> orders.put(order.path("id").asText(), order));
            for (JsonNode view : facts.cases()) {
                Instant reported = firstDue(view, fresh);
                for (JsonNode decision : view.path("decisions")) {
                    Instant approved = instant(decision, "approvedAt");
                    if (approved == null || approved.isBefore(facts.startedAt())) {
                        continue;
                    }
                    for (JsonNode issued : decision.path("orders")) {
                        JsonNode order = orders.get(issued.asText());
                        if (order != null) {
                            ways.add(order, reported, approved, told.getOrDefault(issued.asText(), List.of()));
                        }
                    }
                }
            }
            return ways;
        }

        private void add(JsonNode order, @Nullable Instant reported, Instant approved, List<LedgerLine> told) {
            Optional<LedgerLine> webhook = told.stream()
                    .filter(line -> line.outcome().acted() && line.event().equals("order.issued"))
                    .min(Comparator.comparing(LedgerLine::time));
            @Nullable Instant received = webhook.map(LedgerLine::time).orElse(instant(order, "receivedAt"));
            webhook.filter(line -> line.attempt() == 1)
                    .ifPresent(line -> approvalToReceivedAtOnce.add(Duration.between(approved, line.time())));
            Instant answered = instant(order, "answeredAt");
            if (received != null) {
                approvalToReceived.add(Duration.between(approved, received));
            }
            if (received != null && answered != null) {
                receivedToAnswered.add(Duration.between(received, answered));
            }
            if (reported != null && answered != null) {
                reportToAnswered.add(Duration.between(reported, answered));
            }
        }

        private static @Nullable Instant firstDue(JsonNode view, Map<String, Sent> fresh) {
            return view.path("reports")
                    .valueStream()
                    .map(link -> fresh.get(link.path("reportId").asText()))
                    .flatMap(Stream::ofNullable)
                    .map(Sent::due)
                    .min(Instant::compareTo)
                    .orElse(null);
        }

        private static @Nullable Instant instant(JsonNode tree, String field) {
            String text = Json.textOrNull(tree, field);
            return text == null ? null : Instant.parse(text);
        }
    }
}
