// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.demo.account.Deliveries;
import id.siaga.localstack.demo.load.desk.LoadOrders;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.conduct.Cast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The verdict on a load. What is wrong is listed, not only counted.
 *
 * @param fates how many reports met which fate
 * @param refusals how many reports were refused for which reason
 * @param missing reports of which their reporter's endpoint has not been told everything, by id: it may still come
 * @param expectedOpen orders to platforms that never answer, by their character
 */
record LoadTally(
        Map<Sent.Fate, Integer> fates,
        Map<String, Integer> refusals,
        int linked,
        int contents,
        Map<String, Integer> decisions,
        int answered,
        int expectedOpen,
        int delivered,
        int failedOnPurpose,
        int repeated,
        Set<String> missing,
        List<String> lost,
        List<String> duplicated,
        List<String> unanswered,
        List<String> unexpected) {

    private static final Set<String> ANSWERED = Set.of("ANSWERED", "CLOSED");

    static LoadTally of(LoadFacts facts) {
        Map<String, List<LedgerLine>> told = facts.bySubject();
        List<LedgerLine> ofThisRun = facts.ledger().stream()
                .filter(line -> !line.time().isBefore(facts.startedAt()))
                .toList();
        List<String> lost = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        int kept = 0;
        Map<String, Integer> added = new HashMap<>();
        for (Sent report : facts.sent()) {
            kept += report.isKept() ? 1 : 0;
            if (report.fate() == Sent.Fate.SUPPLEMENTED && report.id() != null) {
                added.merge(report.id(), 1, Integer::sum);
            }
        }
        facts.notLinked().forEach(id -> lost.add("report " + id + " was accepted and is not linked to a case"));
        for (JsonNode order : facts.orders()) {
            if (LoadOrders.ownsEndpoint(order)) {
                lost.addAll(Deliveries.missingOfOrder(
                        order, told.getOrDefault(order.path("id").asText(), List.of())));
            }
        }
        facts.reports().forEach((id, view) -> {
            int supplements = added.getOrDefault(id, 0);
            List<String> gaps = Deliveries.missingOfReport(id, view, told.getOrDefault(id, List.of()), supplements);
            if (!gaps.isEmpty()) {
                missing.add(id);
                lost.addAll(gaps);
            }
        });
        ContentCases cases = ContentCases.of(facts);
        lost.addAll(cases.lost());
        return new LoadTally(
                fates(facts.sent()),
                refusals(facts.sent()),
                kept - facts.notLinked().size(),
                cases.contents(),
                cases.decisions(),
                (int) facts.orders().stream().filter(LoadTally::isAnswered).count(),
                (int) facts.orders().stream()
                        .filter(order -> isExpectedOpen(order, facts.cast()))
                        .count(),
                Deliveries.confirmed(ofThisRun),
                (int) ofThisRun.stream()
                        .filter(line -> line.outcome().failedOnPurpose())
                        .count(),
                (int) ofThisRun.stream()
                        .filter(line -> line.verified() && line.attempt() > 1)
                        .count(),
                missing,
                lost,
                Deliveries.duplicated(facts.ledger(), facts.startedAt()),
                unanswered(facts, cases),
                unexpected(facts, cases));
    }

    boolean clean() {
        return lost.isEmpty() && duplicated.isEmpty() && unanswered.isEmpty() && unexpected.isEmpty();
    }

    int count(Sent.Fate fate) {
        return fates.getOrDefault(fate, 0);
    }

    private static boolean isAnswered(JsonNode order) {
        return ANSWERED.contains(order.path("status").asText());
    }

    private static boolean isExpectedOpen(JsonNode order, Cast cast) {
        return !isAnswered(order) && LoadOrders.isExpectedOpen(order, cast);
    }

    private static Map<Sent.Fate, Integer> fates(List<Sent> sent) {
        Map<Sent.Fate, Integer> fates = new TreeMap<>();
        sent.forEach(one -> fates.merge(one.fate(), 1, Integer::sum));
        return fates;
    }

    private static Map<String, Integer> refusals(List<Sent> sent) {
        Map<String, Integer> refusals = new TreeMap<>();
        for (Sent one : sent) {
            if (one.why() != null) {
                refusals.merge(one.why(), 1, Integer::sum);
            }
        }
        return refusals;
    }

    private static List<String> unanswered(LoadFacts facts, ContentCases cases) {
        List<String> unanswered = new ArrayList<>(cases.undecided());
        for (Sent one : facts.sent()) {
            if (one.fate() == Sent.Fate.NO_ANSWER) {
                unanswered.add("a report of " + one.reporter() + " got no answer: " + one.why());
            }
        }
        for (JsonNode order : facts.orders()) {
            if (!isAnswered(order) && !isExpectedOpen(order, facts.cast())) {
                unanswered.add("order " + order.path("id").asText() + " to "
                        + order.path("platform").asText() + " is still "
                        + order.path("status").asText());
            }
        }
        return unanswered;
    }

    private static List<String> unexpected(LoadFacts facts, ContentCases cases) {
        List<String> unexpected = new ArrayList<>(cases.scattered());
        for (Sent one : facts.sent()) {
            switch (one.fate()) {
                case REFUSED -> unexpected.add("a report of " + one.reporter() + " was refused: " + one.why());
                case ACCEPTED_UNLIKE_MEANT ->
                    unexpected.add("report " + one.id() + " is invalid on purpose and was accepted");
                case ACCEPTED, REPLAYED, SUPPLEMENTED, REFUSED_AS_MEANT, NO_ANSWER -> {}
            }
        }
        return unexpected;
    }
}
