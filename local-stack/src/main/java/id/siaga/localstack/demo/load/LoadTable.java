// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.demo.show.Table;
import java.util.List;
import java.util.Locale;

/** The account of a load for people. */
final class LoadTable {
    private static final int NAMED = 10;

    private final Narrator narrator;

    LoadTable(Narrator narrator) {
        this.narrator = narrator;
    }

    void print(LoadFacts facts, LoadTally tally, LoadTimes times) {
        narrator.heading("Counts, from client receipts, the platform's ledger and the public APIs");
        counts(facts, tally).lines().stream().skip(1).forEach(narrator::plain);
        narrator.heading("Times, counted from when a report was due");
        latencies(times).lines().forEach(narrator::plain);
        LoadFacts.Phases phases = facts.phases();
        narrator.plain("");
        narrator.plain(String.format(
                Locale.ROOT,
                "  sent in %s (%.1f/s), all linked after %s (%.1f/s), decided after %s, answered after %s, delivered"
                        + " after %s",
                Table.time(phases.sending()),
                LoadOutcome.perSecond(facts.sent().size(), phases.sending()),
                Table.time(phases.linked()),
                LoadOutcome.perSecond(tally.linked(), phases.linked()),
                Table.time(phases.decided()),
                Table.time(phases.answered()),
                Table.time(phases.delivered())));
        tally.refusals()
                .forEach((why, count) -> narrator.plain("  refused " + count + " x " + Narrator.shorten(why, 140)));
        wrong("lost", tally.lost());
        wrong("duplicated", tally.duplicated());
        wrong("unanswered", tally.unanswered());
        wrong("unexpected", tally.unexpected());
    }

    private static Table counts(LoadFacts facts, LoadTally tally) {
        Table table = new Table("count", ">", "");
        int replayed = tally.count(Sent.Fate.REPLAYED);
        row(
                table,
                "accepted",
                tally.count(Sent.Fate.ACCEPTED) + replayed,
                replayed == 0 ? "reports" : "reports; " + replayed + " known from an earlier run, and not added again");
        row(table, "added", tally.count(Sent.Fate.SUPPLEMENTED), "reports to one of the same reporter about the same");
        row(table, "refused", tally.count(Sent.Fate.REFUSED_AS_MEANT), "reports that are invalid on purpose");
        row(table, "refused", tally.count(Sent.Fate.REFUSED), "reports that should have been accepted");
        row(table, "linked", tally.linked(), "reports");
        row(table, "cases", facts.cases().size(), "about " + tally.contents() + " contents; " + decisions(tally));
        row(
                table,
                "orders",
                facts.orders().size(),
                facts.served() + " served by hand"
                        + (tally.expectedOpen() == 0
                                ? ""
                                : "; " + tally.expectedOpen() + " to platforms that never answer"));
        row(table, "answered", tally.answered(), "orders");
        row(
                table,
                "delivered",
                tally.delivered(),
                "webhooks; " + tally.failedOnPurpose() + " calls failed on purpose, " + tally.repeated()
                        + " repeated under the same id");
        row(table, "lost", tally.lost().size(), "");
        row(table, "duplicated", tally.duplicated().size(), "under another webhook-id");
        row(table, "unanswered", tally.unanswered().size(), "");
        row(table, "unexpected", tally.unexpected().size(), "");
        return table;
    }

    private static Table latencies(LoadTimes times) {
        Table table = new Table("time", ">count", ">p50", ">p90", ">p99", ">max");
        times.named()
                .forEach((name, latency) -> table.row(
                        name,
                        Integer.toString(latency.count()),
                        Table.time(latency.at(0.5)),
                        Table.time(latency.at(0.9)),
                        Table.time(latency.at(0.99)),
                        Table.time(latency.at(1))));
        return table;
    }

    private static String decisions(LoadTally tally) {
        StringBuilder words = new StringBuilder();
        tally.decisions().forEach((kind, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(kind));
        return words.toString();
    }

    private static void row(Table table, String what, int count, String remark) {
        table.row(what, Integer.toString(count), remark);
    }

    private void wrong(String what, List<String> names) {
        names.stream().limit(NAMED).forEach(name -> narrator.plain("  " + what + ": " + name));
        if (names.size() > NAMED) {
            narrator.plain("  " + what + ": and " + (names.size() - NAMED) + " more");
        }
    }
}
