// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.conduct.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The counts of a run, each with the names of what is wrong: lost, duplicated or unanswered things are listed, not only counted.
 *
 * @param openByCharacter orders that are open because their platform never answers, with their clocks running
 * @param delivered distinct webhooks that the far side confirmed, in this run
 * @param repeated webhook calls that came again under the same id, as they must after a failure; no duplicates
 */
public record Tally(
        int accepted,
        int refused,
        Map<String, Integer> refusals,
        int linked,
        int delivered,
        int failedOnPurpose,
        int repeated,
        List<String> lost,
        List<String> duplicated,
        List<String> unanswered,
        List<OpenOrder> openByCharacter,
        List<String> surprises) {

    private static final Set<String> FINISHED = Set.of("CLOSED", "DISMISSED");

    public static Tally of(Facts facts) {
        List<LedgerLine> lines = facts.ledger().stream()
                .filter(line -> !line.time().isBefore(facts.startedAt()))
                .toList();
        Map<String, Integer> refusals = new TreeMap<>();
        List<String> surprises = new ArrayList<>();
        int linked = 0;
        for (Submission submission : facts.submissions()) {
            String refusal = submission.refusal();
            if (refusal != null) {
                refusals.merge(refusal, 1, Integer::sum);
            }
            surprise(facts, submission).ifPresent(surprises::add);
            linked += isLinked(facts, submission) ? 1 : 0;
        }
        surprises.addAll(facts.scattered());
        int accepted =
                (int) facts.submissions().stream().filter(Submission::accepted).count();
        return new Tally(
                accepted,
                facts.submissions().size() - accepted,
                refusals,
                linked,
                Deliveries.confirmed(lines),
                (int) lines.stream()
                        .filter(line -> line.outcome().failedOnPurpose())
                        .count(),
                (int) lines.stream()
                        .filter(line -> line.verified() && line.attempt() > 1)
                        .count(),
                lost(facts),
                Deliveries.duplicated(facts.ledger(), facts.startedAt()),
                unanswered(facts),
                OpenOrder.of(facts),
                surprises);
    }

    public boolean clean() {
        return lost.isEmpty() && duplicated.isEmpty() && unanswered.isEmpty() && surprises.isEmpty();
    }

    private static Optional<String> surprise(Facts facts, Submission submission) {
        if (submission.status() != submission.expected()) {
            return Optional.of(submission.label() + " was answered with " + submission.status() + " instead of "
                    + submission.expected());
        }
        List<String> changed = changed(facts, submission);
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(submission.label() + " is not stored as it was sent: " + String.join(", ", changed));
    }

    private static List<String> changed(Facts facts, Submission submission) {
        String id = submission.reportId();
        JsonNode added = id == null || !submission.supplements()
                ? null
                : facts.supplements().get(id);
        if (added != null) {
            JsonNode said = submission.body().path("statementOfReasons");
            return added.valueStream().anyMatch(one -> one.path("statement").equals(said))
                    ? List.of()
                    : List.of("/statementOfReasons");
        }
        JsonNode view = id == null ? null : facts.reports().get(id);
        return view == null ? List.of() : Verbatim.differences(submission.body(), view);
    }

    private static boolean isLinked(Facts facts, Submission submission) {
        JsonNode view = submission.reportId() == null ? null : facts.reports().get(submission.reportId());
        if (view == null || view.path("items").isEmpty()) {
            return false;
        }
        for (JsonNode item : view.path("items")) {
            if (item.path("status").asText().equals("RECEIVED")) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lost(Facts facts) {
        List<String> lost = new ArrayList<>();
        for (Submission submission : facts.submissions()) {
            if (submission.accepted() && !isLinked(facts, submission)) {
                lost.add("report " + submission.label() + " was accepted and never linked to a case");
            }
        }
        for (JsonNode order : facts.orders().values()) {
            if (hasEndpoint(order.path("party").asText())) {
                lost.addAll(Deliveries.missingOfOrder(order, facts.ledger()));
            }
        }
        for (Submission submission : facts.submissions()) {
            JsonNode view =
                    submission.reportId() == null ? null : facts.reports().get(submission.reportId());
            if (view != null && hasEndpoint(submission.party())) {
                JsonNode added = facts.supplements().getOrDefault(submission.reportId(), MissingNode.getInstance());
                lost.addAll(Deliveries.missingOfReport(submission.label(), view, facts.ledger(), added.size()));
            }
        }
        return lost;
    }

    private static List<String> unanswered(Facts facts) {
        Set<String> unanswered = new TreeSet<>();
        for (JsonNode order : facts.orders().values()) {
            if (OpenOrder.open(order) && !OpenOrder.explained(order)) {
                unanswered.add("order " + Narrator.shortId(order.path("id").asText()) + " to "
                        + order.path("platform").asText() + " is still "
                        + order.path("status").asText());
            }
        }
        for (Submission submission : facts.submissions()) {
            JsonNode view =
                    submission.reportId() == null ? null : facts.reports().get(submission.reportId());
            if (view == null) {
                continue;
            }
            String status = view.path("status").asText();
            if (!FINISHED.contains(status)
                    && !(status.equals("IN_REVIEW") && clarified(facts, view))
                    && !waitsForTheSilent(facts, view)) {
                unanswered.add("report " + submission.label() + " is still " + status);
            }
        }
        return List.copyOf(unanswered);
    }

    /** The reporter was asked for a locator: that is the outcome of a text that nobody can order away. */
    private static boolean clarified(Facts facts, JsonNode report) {
        String id = report.path("id").asText();
        return facts.cases().values().stream()
                .filter(view -> view.path("reports")
                        .valueStream()
                        .anyMatch(r -> r.path("reportId").asText().equals(id)))
                .flatMap(view -> view.path("decisions").valueStream())
                .anyMatch(decision -> decision.path("kind").asText().equals("CLARIFY") && Facts.approved(decision));
    }

    /** Every item that is not finished is in a case whose open orders all went to platforms that never answer. */
    private static boolean waitsForTheSilent(Facts facts, JsonNode report) {
        return report.path("items")
                .valueStream()
                .filter(item -> !FINISHED.contains(item.path("status").asText()))
                .allMatch(item -> {
                    List<JsonNode> open = facts.orders().values().stream()
                            .filter(order -> OpenOrder.open(order)
                                    && facts.caseOf(order)
                                            .path("reports")
                                            .valueStream()
                                            .anyMatch(
                                                    link -> link.path("itemId").equals(item.path("id"))))
                            .toList();
                    return !open.isEmpty() && open.stream().allMatch(OpenOrder::explained);
                });
    }

    private static boolean hasEndpoint(String party) {
        Optional<Persona> persona = Persona.of(party);
        return persona.isPresent() && persona.get().ownsEndpoint();
    }
}
