// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.measure.WarmUp;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.ServiceOptions;
import id.siaga.localstack.StackOptions;
import id.siaga.localstack.client.Json;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * {@code ./siaga bench visible}: how long after a report was accepted the desk sees its case, at half of the highest rate
 * that the suite keeps up with.
 */
public final class VisibleBenchmark implements Benchmark {

    private static final double BUDGET_MILLIS = 250;

    /** Each slower than the one before by as much, from what intake alone takes in. */
    private static final double SLOWER = 0.85;

    private static final int MOST_RATES = 20;

    /** Seconds in which a backlog shows that grows by a sixtieth of what comes. */
    private static final int LONG_ENOUGH = 60;

    /** Who keeps up has no more than this many seconds of reports on their way. */
    private static final double SECONDS_BEHIND = 1;

    private final Options options;
    private final PrintStream out;
    private final ObjectNode json = Json.object();

    public VisibleBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Looks for the peak, and then measures at half of it. */
    @Override
    public List<Verdict> run() throws Exception {
        StackOptions wanted = StackOptions.ofThisCheckout()
                .withFreshData(options.fresh())
                .withServices(new ServiceOptions(
                        List.of("intake-service", "triage-service", "notification-service"),
                        true,
                        IntakeBenchmark.UNLIMITED))
                .withProgress(out::println);
        try (LocalStack stack = LocalStack.start(wanted);
                Bench bench = Bench.on(stack, options.clients());
                Sightings sightings = new Sightings(Objects.requireNonNull(
                        stack.endpoints().postgres().databases().get("triage")))) {
            out.printf("%nVisible: %s%n", bench.describe());
            Posts posts = bench.posts("POST /v1/reports", Calls.single());
            WarmUp.of(posts, out::println);
            double intakeAlone = posts.work(Duration.ofSeconds(5)).rate();
            OpenLoop load = bench.openLoop(sightings);
            double peak = peak(bench, load, sightings, intakeAlone);
            Latency half = turn(bench, load, sightings, peak / 2);
            json.put("peakPerSecond", peak).put("p50Ms", half.millisAt(0.5)).put("p99Ms", half.millisAt(0.99));
            out.printf(
                    Locale.ROOT,
                    "  at half of it, %,.0f/s: p50 %.1f ms, p99 %.1f ms%n",
                    peak / 2,
                    half.millisAt(0.5),
                    half.millisAt(0.99));
            Verdict verdict = Verdict.atMost(
                    BUDGET_MILLIS,
                    "accepted -> visible to the desk, p99 in ms at half of the peak",
                    List.of(half.millisAt(0.99)));
            out.println(verdict.line());
            return List.of(verdict);
        }
    }

    @Override
    public ObjectNode json() {
        return json;
    }

    private double peak(Bench bench, OpenLoop load, Sightings sightings, double fastest) throws Exception {
        double rate = fastest;
        for (int i = 0; i < MOST_RATES; i++) {
            Latency latency = turn(bench, load, sightings, rate);
            if (latency.count() > 0) {
                out.printf(
                        Locale.ROOT,
                        "  %,.0f/s are kept up with: p50 %.1f ms, p99 %.1f ms%n",
                        rate,
                        latency.millisAt(0.5),
                        latency.millisAt(0.99));
                return rate;
            }
            out.printf(Locale.ROOT, "  %,.0f/s are too many%n", rate);
            rate *= SLOWER;
        }
        throw new IllegalStateException("No rate was found that the suite keeps up with");
    }

    /** Sends at that rate; what was measured is empty when the suite fell behind. */
    private Latency turn(Bench bench, OpenLoop load, Sightings sightings, double rate) throws Exception {
        long until = System.nanoTime()
                + Duration.ofSeconds(options.secondsOr(LONG_ENOUGH)).toNanos();
        long timer = load.start(bench.bearer(), rate);
        boolean keepsUp = true;
        while (keepsUp && System.nanoTime() < until) {
            sightings.look();
            keepsUp = sightings.outstanding() < rate * SECONDS_BEHIND;
        }
        load.stop(timer);
        while (sightings.outstanding() > 0) {
            sightings.look();
        }
        Latency taken = sightings.taken();
        return keepsUp ? taken : Latency.of(List.of());
    }
}
