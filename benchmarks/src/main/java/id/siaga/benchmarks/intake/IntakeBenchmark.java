// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.machine.Surroundings;
import id.siaga.benchmarks.measure.Contestant;
import id.siaga.benchmarks.measure.Round;
import id.siaga.benchmarks.measure.Rounds;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.measure.WarmUp;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.ServiceOptions;
import id.siaga.localstack.StackOptions;
import id.siaga.localstack.client.Json;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./siaga bench intake}: reports accepted in a second, compared with loops that write the same rows into the same
 * PostgreSQL, round by round.
 */
public final class IntakeBenchmark implements Benchmark {

    /** What a party may send is a matter of agreement; here it is asked what the service can take. */
    static final Map<String, String> UNLIMITED = Map.of(
            "SIAGA_ALLOWANCE_REPORTS_PER_SECOND", "1000000",
            "SIAGA_ALLOWANCE_REPORTS_AT_ONCE", "10000000",
            "SIAGA_ALLOWANCE_REPORTS_PER_DAY", "1000000000");

    private static final String RAW = "loop: a report's rows, one transaction";
    private static final String BARE = "loop: one row";
    private static final String SINGLE = "POST /v1/reports";
    private static final String BATCH = "POST /v1/reports/batch of 100";

    private static final double OF_RAW = 0.5;
    private static final double OF_BARE = 0.3;
    private static final double BATCH_OF_BARE = 3;

    private final Options options;
    private final PrintStream out;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final ObjectNode json = Json.object();

    public IntakeBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Measures and prints; every budget that there is, met or not. */
    @Override
    public List<Verdict> run() throws Exception {
        measure("downstream off", List.of("intake-service"));
        if (options.downstream()) {
            measure("downstream on", List.of("intake-service", "triage-service", "notification-service"));
        }
        return List.copyOf(verdicts);
    }

    @Override
    public ObjectNode json() {
        return json;
    }

    private void measure(String state, List<String> services) throws Exception {
        StackOptions wanted = StackOptions.ofThisCheckout()
                .withFreshData(options.fresh())
                .withServices(new ServiceOptions(services, true, UNLIMITED))
                .withProgress(out::println);
        try (LocalStack stack = LocalStack.start(wanted);
                Bench bench = Bench.on(stack, options.clients())) {
            out.printf("%nIntake, %s: %s%n", state, bench.describe());
            List<Contestant> contestants = new ArrayList<>();
            contestants.add(bench.loop(RAW, bench.rows()));
            contestants.add(bench.loop(BARE, bench.row()));
            contestants.add(bench.posts(SINGLE, Calls.single()));
            if (bench.hasBatches()) {
                contestants.add(bench.posts(BATCH, Calls.batch()));
            } else {
                out.println("  skipped: " + BATCH + ", which the service does not know yet");
            }
            for (Contestant contestant : contestants) {
                WarmUp.of(contestant, out::println);
            }
            Map<String, List<Round>> taken = new Rounds(Surroundings.processors(wanted.data()), out::println)
                    .take(contestants, options.rounds(), Duration.ofSeconds(options.secondsOr(Options.TURN)));
            bench.requireAllStored();
            tell(state, taken);
        }
    }

    private void tell(String state, Map<String, List<Round>> taken) {
        Accounting accounting = new Accounting(taken);
        out.println();
        accounting.print(out);
        List<Verdict> judged = new ArrayList<>();
        List<Round> raw = taken.getOrDefault(RAW, List.of());
        List<Round> bare = taken.getOrDefault(BARE, List.of());
        List<Round> single = taken.getOrDefault(SINGLE, List.of());
        judged.add(Verdict.ofRatio(state + ": " + SINGLE + " / " + RAW, single, raw, OF_RAW));
        judged.add(Verdict.ofRatio(state + ": " + SINGLE + " / " + BARE, single, bare, OF_BARE));
        if (taken.containsKey(BATCH)) {
            judged.add(Verdict.ofRatio(
                    state + ": " + BATCH + " / " + BARE, taken.getOrDefault(BATCH, List.of()), bare, BATCH_OF_BARE));
        }
        judged.forEach(verdict -> out.println(verdict.line()));
        verdicts.addAll(judged);
        json.set(state, accounting.json());
    }
}
