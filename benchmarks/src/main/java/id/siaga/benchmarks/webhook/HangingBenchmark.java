// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Median;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.stack.MeasuredStack;
import id.siaga.localstack.client.Json;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./siaga bench hanging}: how long webhooks take to receivers that answer, while three in ten receivers never do, and
 * while all do, round by round at one rate.
 */
public final class HangingBenchmark implements Benchmark {

    private static final int ENDPOINTS = 50;
    private static final int HANGING = 15;
    private static final int EVENTS_PER_SECOND = 10;
    private static final int SECONDS = 15;
    private static final double RATIO = 1.2;
    private static final double MORE_MILLIS = 5;
    private static final double P99 = 0.99;
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Options options;
    private final PrintStream out;
    private final ObjectNode json = Json.object();

    public HangingBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    @Override
    public List<Verdict> run() throws Exception {
        Vertx vertx = Vertx.vertx();
        // Receivers are closed last: until then the service may call them.
        try (Receivers receivers = new Receivers(vertx, ENDPOINTS);
                MeasuredStack stack = MeasuredStack.of(options, out, "notification-service");
                DeliveryDatabase database = DeliveryDatabase.of(stack.database("notification"));
                SampleNews news = new SampleNews(stack.brokers(), Clock.systemUTC())) {
            Registered.of(
                    stack.suite(), stack.data().resolve("receipts.ndjson"), receivers, List.of("cekfakta", "elsam"));
            Arrivals arrivals = new Arrivals(HANGING);
            receivers.tell(arrivals);
            out.printf(
                    Locale.ROOT,
                    "%nHanging: %s, %d endpoints, of which %d hang or do not, %d events/s to each%n",
                    stack.describe("notification"),
                    ENDPOINTS,
                    HANGING,
                    EVENTS_PER_SECOND);
            Turn turn = new Turn(receivers, database, news, arrivals);
            // A compiler looks at nothing that has not been called some thousand times.
            turn.take(0, Duration.ofSeconds(2L * options.secondsOr(SECONDS)));
            return tell(turn);
        } finally {
            vertx.close();
        }
    }

    private List<Verdict> tell(Turn turn) throws Exception {
        Duration time = Duration.ofSeconds(options.secondsOr(SECONDS));
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            Latency all = turn.take(0, time);
            Latency some = turn.take(HANGING, time);
            without.add(all.millisAt(P99));
            with.add(some.millisAt(P99));
            ratios.add(some.millisAt(P99) / all.millisAt(P99));
            out.printf(
                    Locale.ROOT,
                    "round %d of %d: p50 %.1f ms, p99 %.1f ms; while %d hang p50 %.1f ms, p99 %.1f ms%n",
                    round,
                    options.rounds(),
                    all.millisAt(0.5),
                    all.millisAt(P99),
                    HANGING,
                    some.millisAt(0.5),
                    some.millisAt(P99));
        }
        without.forEach(json.putArray("p99Ms")::add);
        with.forEach(json.putArray("p99MsWhileSomeHang")::add);
        // Of few milliseconds a fifth is nothing: then five of them are what counts.
        double usual = Median.of(without);
        Verdict verdict = usual * (RATIO - 1) > MORE_MILLIS
                ? Verdict.atMost(RATIO, "p99 while 3 in 10 hang / p99 while none does", ratios)
                : Verdict.atMost(
                        usual + MORE_MILLIS, "p99 in ms while 3 in 10 hang, 5 ms more than while none does", with);
        out.println(verdict.line());
        return List.of(verdict);
    }

    /** Events at one rate, whatever becomes of earlier ones. */
    private record Turn(Receivers receivers, DeliveryDatabase database, SampleNews news, Arrivals arrivals) {

        Latency take(int hanging, Duration time) throws Exception {
            receivers.hang(hanging);
            long start = System.nanoTime();
            long between = Duration.ofSeconds(1).toNanos() / EVENTS_PER_SECOND;
            for (long due = start; due < start + time.toNanos(); due += between) {
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                news.publish(id -> arrivals.await(id.toString(), System.nanoTime(), ENDPOINTS - HANGING));
            }
            awaitUntil(() -> arrivals.outstanding() <= 0);
            Latency taken = arrivals.taken();
            // What hung is sent again before the next turn.
            receivers.hang(0);
            awaitUntil(() -> !database.anyLane());
            return taken;
        }

        private static void awaitUntil(Condition condition) throws Exception {
            long until = System.nanoTime() + LONGEST.toNanos();
            while (!condition.isMet()) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("deliveries were not made");
                }
                Thread.sleep(GLANCE);
            }
        }
    }

    private interface Condition {
        boolean isMet() throws Exception;
    }

    @Override
    public ObjectNode json() {
        return json;
    }
}
