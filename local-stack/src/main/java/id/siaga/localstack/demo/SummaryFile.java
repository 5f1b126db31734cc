// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.demo.account.Facts;
import id.siaga.localstack.demo.account.OpenOrder;
import id.siaga.localstack.demo.account.OrderTimes;
import id.siaga.localstack.demo.account.Tally;
import id.siaga.localstack.demo.feed.FeedChecks;
import id.siaga.localstack.demo.feed.FeedOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account of a run as JSON, for scripts. Times are in milliseconds, null where a part did not happen.
 *
 * <pre>
 * startedAt              RFC 3339
 * firstWebhookAfterMs    from the start of the built suite until the far side received its first webhook
 * clean                  whether nothing was lost, duplicated, unanswered or otherwise than the script expects
 * counts                 accepted, refused, linked, cases, orders, delivered, failedOnPurpose, repeated, lost, duplicated, unanswered,
 *                        openByCharacter
 * refusals               number by reason
 * orders[]               id, caseId, platform, instrument, status, result, byWebhook,
 *                        reportToCaseMs, approvalToReceivedMs, receivedToAnsweredMs
 * openByCharacter[]      id, platform, instrument, status, character, due: when its running clocks are due, by their names
 * wrong[]                what is lost, duplicated, unanswered or unexpected, in words
 * feed                   null, or: lines, blank, accepted, replayed, refused, refusals, unanswered, linked, notLinked,
 *                        told, toldExpected, duplicated, ordersNamingALink, sendingMs, untilLinkedMs, acceptedPerSecond, linkedPerSecond
 * </pre>
 */
record SummaryFile(
        Facts facts,
        List<OrderTimes> times,
        Tally tally,
        @Nullable Duration firstWebhookAfter) {

    ObjectNode json(@Nullable FeedOutcome feed, @Nullable FeedChecks checks) {
        ObjectNode json = Json.object().put("startedAt", facts.startedAt().toString());
        putMillis(json, "firstWebhookAfterMs", firstWebhookAfter);
        json.put("clean", tally.clean() && (feed == null || feed.clean()) && (checks == null || checks.clean()));
        json.putObject("counts")
                .put("accepted", tally.accepted())
                .put("refused", tally.refused())
                .put("linked", tally.linked())
                .put("cases", facts.cases().size())
                .put("orders", times.size())
                .put("delivered", tally.delivered())
                .put("failedOnPurpose", tally.failedOnPurpose())
                .put("repeated", tally.repeated())
                .put("lost", tally.lost().size())
                .put("duplicated", tally.duplicated().size())
                .put("unanswered", tally.unanswered().size())
                .put("openByCharacter", tally.openByCharacter().size());
        ObjectNode refusals = json.putObject("refusals");
        tally.refusals().forEach(refusals::put);
        var orders = json.putArray("orders");
        for (OrderTimes order : times) {
            ObjectNode one = orders.addObject()
                    .put("id", order.orderId())
                    .put("caseId", order.caseId())
                    .put("platform", order.platform())
                    .put("instrument", order.instrument())
                    .put("status", order.status())
                    .put("result", order.results())
                    .put("byWebhook", order.byWebhook());
            putMillis(one, "reportToCaseMs", order.reportToCase());
            putMillis(one, "approvalToReceivedMs", order.approvalToReceived());
            putMillis(one, "receivedToAnsweredMs", order.receivedToAnswered());
        }
        var open = json.putArray("openByCharacter");
        for (OpenOrder order : tally.openByCharacter()) {
            ObjectNode due = open.addObject()
                    .put("id", order.orderId())
                    .put("platform", order.platform())
                    .put("instrument", order.instrument())
                    .put("status", order.status())
                    .put("character", order.temper().shown())
                    .putObject("due");
            order.due().forEach((clock, at) -> due.put(clock, at.toString()));
        }
        var wrong = json.putArray("wrong");
        List.of(tally.lost(), tally.duplicated(), tally.unanswered(), tally.surprises())
                .forEach(names -> names.forEach(wrong::add));
        if (feed == null || checks == null) {
            json.putNull("feed");
        } else {
            putFeed(json.putObject("feed"), feed, checks);
        }
        return json;
    }

    void write(Path file, @Nullable FeedOutcome feed, @Nullable FeedChecks checks) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, Json.pretty(json(feed, checks)) + System.lineSeparator());
    }

    private static void putFeed(ObjectNode json, FeedOutcome feed, FeedChecks checks) {
        json.put("lines", feed.lines())
                .put("blank", feed.blank())
                .put("accepted", feed.accepted().size())
                .put("replayed", feed.replayed())
                .put("supplemented", feed.supplemented())
                .put("refused", feed.refused());
        ObjectNode refusals = json.putObject("refusals");
        feed.refusals().forEach((why, lines) -> refusals.put(why, lines.size()));
        json.put("unanswered", feed.unanswered().size())
                .put("linked", feed.linked())
                .put("notLinked", feed.notLinked().size())
                .put("told", checks.told())
                .put("toldExpected", checks.expected())
                .put("duplicated", checks.duplicated().size())
                .put("ordersNamingALink", checks.ordersNamingALink().size());
        putMillis(json, "sendingMs", feed.sending());
        putMillis(json, "untilLinkedMs", feed.untilLinked());
        json.put("acceptedPerSecond", Math.round(feed.acceptedPerSecond()))
                .put("linkedPerSecond", Math.round(feed.linkedPerSecond()));
    }

    private static void putMillis(ObjectNode json, String field, @Nullable Duration took) {
        if (took == null) {
            json.putNull(field);
        } else {
            json.put(field, took.toMillis());
        }
    }
}
