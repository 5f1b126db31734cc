// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.feed;

import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.demo.show.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The account of a reports file for people. */
public final class FeedTable {
    private static final int LINES_NAMED = 8;

    private final Narrator narrator;

    public FeedTable(Narrator narrator) {
        this.narrator = narrator;
    }

    public void print(String file, FeedOutcome feed, FeedChecks checks) {
        narrator.heading("Reports from " + file);
        Table table = new Table("count", ">", "");
        table.row("lines", Long.toString(feed.lines()), feed.blank() == 0 ? "" : "besides " + feed.blank() + " blank");
        table.row(
                "accepted",
                Integer.toString(feed.accepted().size()),
                feed.replayed() == 0
                        ? ""
                        : feed.replayed() + " of them known from an earlier run, and not added again");
        table.row("added", Integer.toString(feed.supplemented()), "to a report that said the same");
        table.row("refused", Integer.toString(feed.refused()), feed.refusals().size() + " different reason(s)");
        table.row("unanswered", Integer.toString(feed.unanswered().size()), "");
        table.row("linked", Integer.toString(feed.linked()), "reports, to cases");
        table.row("not linked", Integer.toString(feed.notLinked().size()), "");
        table.row(
                "told",
                Integer.toString(checks.told()),
                "of " + checks.expected() + " new reports, to the reporter's webhook endpoint");
        table.row("links", Integer.toString(feed.links().size()), "different ones sent as references");
        table.row(
                "ordered", Integer.toString(checks.ordersNamingALink().size()), "orders that name one of these links");
        table.lines().stream().skip(1).forEach(narrator::plain);
        narrator.plain(String.format(
                Locale.ROOT,
                "  accepted %.0f reports/s over %s; all linked after %s (%.0f reports/s)",
                feed.acceptedPerSecond(),
                Table.time(feed.sending()),
                Table.time(feed.untilLinked()),
                feed.linkedPerSecond()));
        refusals(feed.refusals());
        feed.unanswered().stream().limit(LINES_NAMED).forEach(line -> narrator.plain("  unanswered " + line));
        checks.ordersNamingALink().forEach(order -> narrator.plain("  names a reference: " + order));
    }

    private void refusals(Map<String, List<Long>> refusals) {
        refusals.forEach((why, lines) ->
                narrator.plain("  refused " + lines.size() + " x " + Narrator.shorten(why, 140) + " (line "
                        + lines.stream()
                                .sorted()
                                .limit(LINES_NAMED)
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                        + (lines.size() > LINES_NAMED ? ", ..." : "") + ")"));
    }
}
