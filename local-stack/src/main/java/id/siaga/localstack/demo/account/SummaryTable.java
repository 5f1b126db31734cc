// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.demo.show.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The account of the scripted run for people: reports, cases, orders with their times, and the counts. */
public final class SummaryTable {
    private static final int REASON = 72;

    private final Narrator narrator;

    public SummaryTable(Narrator narrator) {
        this.narrator = narrator;
    }

    public void print(Facts facts, List<OrderTimes> orders, Tally tally) {
        narrator.heading("Reports, as their reporters see them");
        reports(facts).forEach(narrator::plain);
        narrator.heading("Refused");
        refused(facts).forEach(narrator::plain);
        narrator.heading("Cases, as the desk sees them");
        cases(facts).forEach(narrator::plain);
        narrator.heading("Orders");
        orders(orders).forEach(narrator::plain);
        narrator.heading("Platforms, and what their characters made of it");
        PlatformTable.lines(facts, orders).forEach(narrator::plain);
        narrator.plain("");
        PlatformTable.legend().forEach(line -> narrator.plain("  " + line));
        if (!tally.openByCharacter().isEmpty()) {
            narrator.heading("Open by character: received, and not answered by a platform that never answers");
            open(tally.openByCharacter(), facts.lookedAt()).forEach(narrator::plain);
        }
        narrator.heading("Counts, from client receipts, the platform's ledger and the public APIs");
        counts(facts, orders, tally).forEach(narrator::plain);
        wrong("lost", tally.lost());
        wrong("duplicated", tally.duplicated());
        wrong("unanswered", tally.unanswered());
        wrong("not as the script expects", tally.surprises());
    }

    private static List<String> reports(Facts facts) {
        Table table = new Table("report", "party", "about", ">linked after", "outcome");
        for (Submission submission : facts.submissions()) {
            String id = submission.reportId();
            if (id != null) {
                JsonNode view = facts.reports().get(id);
                table.row(
                        submission.label(),
                        submission.party(),
                        submission.about(),
                        view == null ? "-" : Table.time(linkedAfter(view, facts)),
                        view == null
                                ? "LOST: accepted, but cannot be found"
                                : view.path("status").asText());
            }
        }
        return table.lines();
    }

    private static List<String> refused(Facts facts) {
        Table table = new Table("report", "party", "about", "reason");
        for (Submission submission : facts.submissions()) {
            String refusal = submission.refusal();
            if (refusal != null) {
                table.row(
                        submission.label(),
                        submission.party(),
                        submission.about(),
                        Narrator.shorten(refusal.replace("The request is not valid; ", ""), REASON));
            }
        }
        return table.lines();
    }

    private static @Nullable Duration linkedAfter(JsonNode report, Facts facts) {
        Instant received = Instant.parse(report.path("receivedAt").asText());
        return facts.cases().values().stream()
                .flatMap(view -> view.path("reports").valueStream())
                .filter(link ->
                        link.path("reportId").asText().equals(report.path("id").asText()))
                .map(link -> Duration.between(
                        received, Instant.parse(link.path("linkedAt").asText())))
                .max(Duration::compareTo)
                .orElse(null);
    }

    private static List<String> cases(Facts facts) {
        Table table =
                new Table("case", "category", "urgent", ">reports", "decision", "proposed by", "approved by", "status");
        for (JsonNode view : facts.cases().values()) {
            JsonNode decision = view.path("decisions")
                    .valueStream()
                    .filter(Facts::approved)
                    .findFirst()
                    .orElse(view.path("decisions").path(0));
            Facts.Hands hands = facts.hands().get(view.path("id").asText());
            table.row(
                    Narrator.shortId(view.path("id").asText()),
                    view.path("category").asText(),
                    view.path("urgent").asBoolean() ? "urgent" : "",
                    Integer.toString(view.path("reports").size()),
                    decision.path("kind").asText("-"),
                    hands == null || decision.isMissingNode() ? "-" : hands.officer(),
                    hands == null || !Facts.approved(decision) ? "-" : hands.approver(),
                    view.path("status").asText());
        }
        return table.lines();
    }

    private static List<String> orders(List<OrderTimes> times) {
        Table table = new Table(
                "order",
                "platform",
                "instrument",
                "result",
                "status",
                "received by",
                ">report->case",
                ">approval->received",
                ">received->answered");
        for (OrderTimes order : times) {
            table.row(
                    Narrator.shortId(order.orderId()),
                    order.platform(),
                    order.instrument(),
                    order.results(),
                    order.status(),
                    order.byWebhook() ? "webhook" : "by hand",
                    Table.time(order.reportToCase()),
                    Table.time(order.approvalToReceived()),
                    Table.time(order.receivedToAnswered()));
        }
        return table.lines();
    }

    private static List<String> counts(Facts facts, List<OrderTimes> times, Tally tally) {
        Table table = new Table("count", ">", "");
        table.row("accepted", Integer.toString(tally.accepted()), "reports");
        table.row("refused", Integer.toString(tally.refused()), "reports, for the reasons above");
        table.row(
                "linked",
                Integer.toString(tally.linked()),
                "reports, to " + facts.cases().size() + " cases");
        table.row("orders", Integer.toString(times.size()), "");
        table.row(
                "delivered",
                Integer.toString(tally.delivered()),
                "webhooks; " + tally.failedOnPurpose() + " calls failed on purpose, " + tally.repeated()
                        + " repeated under the same id");
        table.row("lost", Integer.toString(tally.lost().size()), "");
        table.row("duplicated", Integer.toString(tally.duplicated().size()), "");
        table.row("open", Integer.toString(tally.openByCharacter().size()), "orders, by their platform's character");
        table.row("unanswered", Integer.toString(tally.unanswered().size()), "");
        return table.lines().subList(1, table.lines().size());
    }

    private static List<String> open(List<OpenOrder> orders, Instant now) {
        Table table = new Table("order", "platform", "instrument", "status", "clocks, and the time left on them");
        for (OpenOrder order : orders) {
            String clocks = order.due().entrySet().stream()
                    .map(clock -> clock.getKey() + " " + Table.left(Duration.between(now, clock.getValue())))
                    .collect(Collectors.joining(", "));
            table.row(
                    Narrator.shortId(order.orderId()),
                    order.platform(),
                    order.instrument(),
                    order.status(),
                    clocks.isEmpty() ? "none" : clocks);
        }
        return table.lines();
    }

    private void wrong(String what, List<String> names) {
        names.forEach(name -> narrator.plain("  " + what + ": " + name));
    }
}
