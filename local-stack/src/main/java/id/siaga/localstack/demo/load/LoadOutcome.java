// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.demo.show.Narrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a load has come to: for people as a table, for scripts as JSON in the shape of every run's summary. */
public final class LoadOutcome {
    private final LoadPlan plan;
    private final LoadFacts facts;
    private final LoadTally tally;
    private final LoadTimes times;

    LoadOutcome(LoadPlan plan, LoadFacts facts) {
        this.plan = plan;
        this.facts = facts;
        this.tally = LoadTally.of(facts);
        this.times = LoadTimes.of(facts);
    }

    /** Whether nothing was lost, duplicated, unanswered or otherwise than the generator knows it must be. */
    public boolean clean() {
        return tally.clean();
    }

    public void print(Narrator narrator) {
        new LoadTable(narrator).print(facts, tally, times);
    }

    public void write(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, Json.pretty(json()) + System.lineSeparator());
    }

    ObjectNode json() {
        ObjectNode json =
                Json.object().put("startedAt", facts.startedAt().toString()).put("clean", clean());
        json.putObject("counts")
                .put("accepted", tally.count(Sent.Fate.ACCEPTED) + tally.count(Sent.Fate.REPLAYED))
                .put("refused", tally.count(Sent.Fate.REFUSED_AS_MEANT) + tally.count(Sent.Fate.REFUSED))
                .put("linked", tally.linked())
                .put("cases", facts.cases().size())
                .put("orders", facts.orders().size())
                .put("delivered", tally.delivered())
                .put("failedOnPurpose", tally.failedOnPurpose())
                .put("repeated", tally.repeated())
                .put("lost", tally.lost().size())
                .put("duplicated", tally.duplicated().size())
                .put("unanswered", tally.unanswered().size());
        ObjectNode refusals = json.putObject("refusals");
        tally.refusals().forEach(refusals::put);
        ArrayNode wrong = json.putArray("wrong");
        List.of(tally.lost(), tally.duplicated(), tally.unanswered(), tally.unexpected())
                .forEach(names -> names.forEach(wrong::add));
        putLoad(json.putObject("load"));
        return json;
    }

    private void putLoad(ObjectNode json) {
        json.put("reports", plan.reports()).put("seed", plan.seed()).put("rate", plan.rate());
        for (Sent.Fate fate : Sent.Fate.values()) {
            json.put(word(fate), tally.count(fate));
        }
        json.put("contents", tally.contents());
        ObjectNode decisions = json.putObject("decisions");
        tally.decisions().forEach(decisions::put);
        json.put("ordersAnswered", tally.answered())
                .put("ordersServedByHand", facts.served())
                .put("ordersExpectedOpen", tally.expectedOpen());
        LoadFacts.Phases phases = facts.phases();
        put(json, "sendingMs", phases.sending());
        put(json, "untilLinkedMs", phases.linked());
        put(json, "untilDecidedMs", phases.decided());
        put(json, "untilAnsweredMs", phases.answered());
        put(json, "untilDeliveredMs", phases.delivered());
        json.put("sentPerSecond", perSecond(facts.sent().size(), phases.sending()));
        json.put("linkedPerSecond", perSecond(tally.linked(), phases.linked()));
        json.put("answeredOrdersPerSecond", perSecond(tally.answered(), phases.answered()));
        ObjectNode latencies = json.putObject("latencies");
        times.named().forEach((name, latency) -> latencies.set(name, latency.json()));
    }

    static double perSecond(int count, Duration took) {
        return Math.round(count * 10_000.0 / Math.max(1, took.toMillis())) / 10.0;
    }

    private static String word(Sent.Fate fate) {
        return switch (fate) {
            case ACCEPTED -> "accepted";
            case REPLAYED -> "replayed";
            case SUPPLEMENTED -> "supplemented";
            case REFUSED_AS_MEANT -> "refusedAsExpected";
            case REFUSED -> "refusedUnexpectedly";
            case ACCEPTED_UNLIKE_MEANT -> "acceptedUnexpectedly";
            case NO_ANSWER -> "withoutAnswer";
        };
    }

    private static void put(ObjectNode json, String field, @Nullable Duration took) {
        json.put(field, took == null ? null : (Long) took.toMillis());
    }
}
