// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import id.siaga.localstack.platform.Persona;
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
        List<String> surprises) {

    private static final Set<String> ANSWERED = Set.of("ANSWERED", "CLOSED");
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
            if (submission.accepted() == submission.meantToFail()) {
                surprises.add(
                        submission.label() + (submission.accepted() ? " was accepted" : " was refused: " + refusal));
            }
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
                (int) lines.stream().filter(Tally::failedOnPurpose).count(),
                (int) lines.stream()
                        .filter(line -> line.verified() && line.attempt() > 1)
                        .count(),
                lost(facts),
                Deliveries.duplicated(facts.ledger(), facts.startedAt()),
                unanswered(facts),
                surprises);
    }

    public boolean clean() {
        return lost.isEmpty() && duplicated.isEmpty() && unanswered.isEmpty() && surprises.isEmpty();
    }

    private static boolean failedOnPurpose(LedgerLine line) {
        return line.outcome() == Outcome.TURNED_AWAY || line.outcome() == Outcome.TAKEN_UNCONFIRMED;
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
                lost.addAll(Deliveries.missingOfReport(submission.label(), view, facts.ledger()));
            }
        }
        return lost;
    }

    private static List<String> unanswered(Facts facts) {
        Set<String> unanswered = new TreeSet<>();
        for (JsonNode order : facts.orders().values()) {
            if (!ANSWERED.contains(order.path("status").asText())) {
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
            if (!FINISHED.contains(status) && !(status.equals("IN_REVIEW") && clarified(facts, view))) {
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

    private static boolean hasEndpoint(String party) {
        Optional<Persona> persona = Persona.of(party);
        return persona.isPresent() && persona.get().ownsEndpoint();
    }
}
