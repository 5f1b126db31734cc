// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.demo.load.report.Flaw;
import id.siaga.localstack.demo.load.report.GeneratedReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of one generated report.
 *
 * @param contents by item, the name of the content that it is about
 * @param due when it should have been sent; every wait of its sender counts from here
 * @param receivedAt when the API says that it came in
 * @param items the ids of its items, in their order
 * @param why what was answered instead of an acceptance
 */
record Sent(
        String reporter,
        List<String> contents,
        Fate fate,
        Instant due,
        Instant begun,
        Instant answered,
        @Nullable String id,
        @Nullable Instant receivedAt,
        List<String> items,
        @Nullable String why) {

    private static final int KNOWN = 200;

    /** What became of the call. */
    enum Fate {
        ACCEPTED,
        /** Known from an earlier run, by its Idempotency-Key. */
        REPLAYED,
        /** All of it was known from the same reporter, and was added to that. */
        SUPPLEMENTED,
        /** Invalid on purpose, and refused for what is wrong with it. */
        REFUSED_AS_MEANT,
        REFUSED,
        ACCEPTED_UNLIKE_MEANT,
        NO_ANSWER
    }

    static Sent of(GeneratedReport report, Answer answer, Instant due, Instant begun, Instant answered) {
        String id = answer.ok() ? Json.textOrNull(answer.body(), "id") : null;
        return new Sent(
                report.reporter(),
                report.contents(),
                fate(report.flaw(), answer),
                due,
                begun,
                answered,
                id,
                id == null
                        ? null
                        : Instant.parse(answer.body().path("receivedAt").asText()),
                id == null ? List.of() : items(report.contents().size(), answer),
                answer.ok() ? null : answer.status() + " " + answer.problem());
    }

    /** In the order of the contents; an item that its reporter had reported before is that earlier one. */
    private static List<String> items(int count, Answer answer) {
        String[] items = new String[count];
        Arrays.fill(items, "");
        if (answer.status() != KNOWN) {
            answer.body().path("items").forEach(item -> put(items, item, "id"));
        }
        answer.body().path("supplemented").forEach(item -> put(items, item, "itemId"));
        return List.of(items);
    }

    private static void put(String[] items, JsonNode item, String id) {
        items[item.path("number").asInt() - 1] = item.path(id).asText();
    }

    static Sent unanswered(GeneratedReport report, String why, Instant due, Instant begun, Instant given) {
        return new Sent(
                report.reporter(), report.contents(), Fate.NO_ANSWER, due, begun, given, null, null, List.of(), why);
    }

    /** A report that the suite has taken on, now or in an earlier run. */
    boolean isKept() {
        return id != null;
    }

    Duration lateness() {
        return Duration.between(due, begun);
    }

    Duration waited() {
        return Duration.between(due, answered);
    }

    private static Fate fate(@Nullable Flaw flaw, Answer answer) {
        if (answer.ok()) {
            return flaw != null ? Fate.ACCEPTED_UNLIKE_MEANT : taken(answer);
        }
        if (answer.notNow()) {
            return Fate.NO_ANSWER;
        }
        return flaw != null && answer.status() == 400 && flaw.explains(answer.body())
                ? Fate.REFUSED_AS_MEANT
                : Fate.REFUSED;
    }

    private static Fate taken(Answer answer) {
        if (answer.replayed()) {
            return Fate.REPLAYED;
        }
        return answer.status() == KNOWN ? Fate.SUPPLEMENTED : Fate.ACCEPTED;
    }
}
