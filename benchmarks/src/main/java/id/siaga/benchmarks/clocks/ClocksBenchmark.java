// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.clocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Round;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.stack.MeasuredStack;
import id.siaga.localstack.client.Json;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./siaga bench clocks}: clocks fired in a second with all that they write, compared with a loop that writes the same
 * rows; and how late they are when many are due at once among a million that are not.
 */
public final class ClocksBenchmark implements Benchmark {

    private static final double OF_RAW = 0.7;
    private static final double BUDGET_MILLIS = 1_000;

    private static final int PENDING = 1_000_000;
    private static final int ORDERS = 20_000;
    private static final int AT_ONCE = 10_000;
    private static final int IN_A_SECOND = 2_000;

    private final Options options;
    private final PrintStream out;
    private final ObjectNode json = Json.object();

    public ClocksBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Measures and prints. */
    @Override
    public List<Verdict> run() throws Exception {
        try (MeasuredStack stack = MeasuredStack.of(options, out, "triage-service");
                ClockDatabase database = ClockDatabase.of(stack.database("triage"))) {
            database.fill(ORDERS, PENDING);
            FiredRow sample = database.fireOne();
            database.copy();
            out.printf(
                    Locale.ROOT,
                    "%nClocks: %s, %,d pending, %,d due at once%n",
                    stack.describe("triage"),
                    database.pending(),
                    AT_ONCE);
            FiringService service = new FiringService(database, AT_ONCE);
            try (RawFiring loop = new RawFiring(database, AT_ONCE, sample)) {
                Map<String, List<Round>> taken = stack.compare(loop, service);
                return tell(
                        database,
                        taken.getOrDefault(service.name(), List.of()),
                        taken.getOrDefault(loop.name(), List.of()));
            }
        }
    }

    private List<Verdict> tell(ClockDatabase database, List<Round> service, List<Round> loop) throws Exception {
        List<Double> late = new ArrayList<>();
        Lateness lateness = new Lateness(database, Clock.systemUTC());
        for (int round = 0; round < options.rounds(); round++) {
            Latency one = lateness.of(IN_A_SECOND);
            late.add(one.millisAt(0.99));
            out.printf(
                    Locale.ROOT,
                    "  %,d due in a second: late by p50 %.0f ms, p99 %.0f ms%n",
                    IN_A_SECOND,
                    one.millisAt(0.5),
                    one.millisAt(0.99));
        }
        List<Verdict> verdicts = List.of(
                Verdict.ofRatio("firings / loop of the same rows", service, loop, OF_RAW),
                Verdict.atMost(BUDGET_MILLIS, "lateness p99 in ms, 2,000 due in a second", late));
        verdicts.forEach(verdict -> out.println(verdict.line()));
        service.forEach(round -> json.withArray("firings").add(round.sample().rate()));
        loop.forEach(round -> json.withArray("loop").add(round.sample().rate()));
        return verdicts;
    }

    @Override
    public ObjectNode json() {
        return json;
    }
}
