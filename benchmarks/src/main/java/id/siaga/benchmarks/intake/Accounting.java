// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.measure.Median;
import id.siaga.benchmarks.measure.Round;
import id.siaga.benchmarks.measure.Sample;
import id.siaga.localstack.client.Json;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The raw numbers: of each contestant and round the rate, of all rounds the times and the processors. */
final class Accounting {

    private static final double MILLIS_PER_SECOND = 1000;

    private final Map<String, List<Round>> taken;

    Accounting(Map<String, List<Round>> taken) {
        this.taken = taken;
    }

    void print(PrintStream out) {
        int width = taken.keySet().stream().mapToInt(String::length).max().orElse(0);
        taken.forEach((name, rounds) -> {
            String each = rounds.stream()
                    .map(round ->
                            String.format(Locale.ROOT, "%,8.0f", round.sample().rate()))
                    .collect(Collectors.joining());
            out.printf(
                    Locale.ROOT,
                    "  %-" + width + "s %s   median %,8.0f/s   p50 %6.1f ms   p99 %6.1f ms%n",
                    name,
                    each,
                    rate(rounds),
                    millis(rounds, 0.5),
                    millis(rounds, 0.99));
        });
        out.println("  Processor time of one report, all parts together; processors busy in the round of the median:");
        taken.forEach((name, rounds) -> out.printf(
                Locale.ROOT,
                "  %-" + width + "s %6.2f ms   %s%n",
                name,
                processorMillis(rounds),
                middle(rounds).cpu()));
    }

    private static double rate(List<Round> rounds) {
        return Median.of(rounds.stream().map(Round::sample).map(Sample::rate).toList());
    }

    private static double millis(List<Round> rounds, double share) {
        return Median.of(rounds.stream()
                .map(round -> round.sample().latency().millisAt(share))
                .toList());
    }

    private static double processorMillis(List<Round> rounds) {
        return Median.of(rounds.stream()
                .map(round ->
                        MILLIS_PER_SECOND * round.cpu().ours() / round.sample().rate())
                .toList());
    }

    private static Round middle(List<Round> rounds) {
        return rounds.stream()
                .sorted((a, b) -> Double.compare(a.sample().rate(), b.sample().rate()))
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        taken.forEach((name, rounds) -> {
            ArrayNode array = json.putArray(name);
            rounds.forEach(round -> {
                Sample sample = round.sample();
                ObjectNode one = array.addObject()
                        .put("perSecond", sample.rate())
                        .put("p50Ms", sample.latency().millisAt(0.5))
                        .put("p99Ms", sample.latency().millisAt(0.99));
                ObjectNode cores = one.putObject("cores");
                round.cpu().cores().forEach(cores::put);
                cores.put("others", round.cpu().others());
            });
        });
        return json;
    }
}
