// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.measure.Median;
import id.siaga.benchmarks.measure.Round;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.stack.MeasuredStack;
import id.siaga.localstack.client.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./siaga bench deliver}: webhooks signed, sent and logged in a second, and a loop that only sends the same bytes by
 * the same HTTP client to the same receivers, round by round.
 */
public final class DeliverBenchmark implements Benchmark {

    private static final double OF_BARE = 0.4;
    private static final int ENDPOINTS = 50;
    private static final int EVENTS = 400;

    /** What the service has in flight by default, of what is no order. */
    private static final int IN_FLIGHT = 384;

    private static final double P99 = 0.99;
    private static final double MICROS = 1e6;
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Options options;
    private final PrintStream out;
    private final ObjectNode json = Json.object();

    public DeliverBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    @Override
    public List<Verdict> run() throws Exception {
        Vertx vertx = Vertx.vertx();
        // Receivers are closed last: until then the service may call them.
        try (Receivers receivers = new Receivers(vertx, ENDPOINTS);
                MeasuredStack stack = MeasuredStack.of(options, out, "notification-service");
                DeliveryDatabase database = DeliveryDatabase.of(stack.database("notification"))) {
            Buffer body = prepare(stack, receivers, database);
            out.printf(
                    Locale.ROOT,
                    "%nDeliver: %s, %d endpoints, %,d deliveries at once, %,d bytes each%n",
                    stack.describe("notification"),
                    ENDPOINTS,
                    EVENTS * ENDPOINTS,
                    body.length());
            Delivering service = new Delivering(database, receivers, EVENTS);
            try (BareLoop loop = new BareLoop(vertx, receivers, body, IN_FLIGHT)) {
                long before = database.logged();
                long confirmed = receivers.confirmed();
                Map<String, List<Round>> taken = stack.compare(loop, service);
                requireEachOnce(
                        loop.sent(), receivers.confirmed() - confirmed, service.made(), database.logged() - before);
                return tell(
                        database,
                        service,
                        taken.getOrDefault(service.name(), List.of()),
                        taken.getOrDefault(loop.name(), List.of()));
            }
        } finally {
            vertx.close();
        }
    }

    /** Registers everybody, and has one event told the whole way: its bytes are what all others have. */
    private static Buffer prepare(MeasuredStack stack, Receivers receivers, DeliveryDatabase database)
            throws Exception {
        Registered registered = Registered.of(
                stack.suite(), stack.data().resolve("receipts.ndjson"), receivers, List.of("cekfakta", "elsam"));
        try (SampleNews news = new SampleNews(stack.brokers(), Clock.systemUTC())) {
            news.publish(id -> {});
            while (receivers.confirmed() < ENDPOINTS || database.anyLane()) {
                Thread.sleep(GLANCE);
            }
        }
        Buffer body = receivers.last();
        database.prepare(registered.endpoints(), body.getBytes());
        return body;
    }

    private static void requireEachOnce(long sent, long confirmed, long made, long logged) {
        if (confirmed != sent + made || logged != made) {
            throw new IllegalStateException(
                    "%,d deliveries were made and %,d sent besides; %,d were confirmed, and %,d are logged"
                            .formatted(made, sent, confirmed, logged));
        }
    }

    private List<Verdict> tell(DeliveryDatabase database, Delivering service, List<Round> made, List<Round> sent)
            throws Exception {
        double rate =
                Median.of(made.stream().map(round -> round.sample().rate()).toList());
        out.printf(
                Locale.ROOT,
                "  an attempt, in the last turn: p50 %.1f ms, p99 %.1f ms; a call of the loop: p50 %.1f ms, p99 %.1f ms%n",
                database.attemptMillis(service.begun(), 0.5),
                database.attemptMillis(service.begun(), P99),
                sent.getLast().sample().latency().millisAt(0.5),
                sent.getLast().sample().latency().millisAt(P99));
        out.println("  while delivering: " + made.getLast().cpu());
        out.println("  while the loop sends: " + sent.getLast().cpu());
        double micros =
                Median.of(made.stream().map(DeliverBenchmark::microsOfOne).toList());
        double bare = Median.of(sent.stream().map(DeliverBenchmark::microsOfOne).toList());
        out.printf(
                Locale.ROOT,
                "  processor time of one delivery: %.0f us, of one call of the loop: %.0f us, receivers included;"
                        + " %,.0f deliveries/s on each processor%n",
                micros,
                bare,
                MICROS / micros);
        Verdict verdict = Verdict.ofRatio("signed, sent, logged / loop that only sends", made, sent, OF_BARE);
        out.printf(Locale.ROOT, "  %,.0f deliveries/s%n", rate);
        out.println(verdict.line());
        made.forEach(round -> json.withArray("delivered").add(round.sample().rate()));
        sent.forEach(round -> json.withArray("loop").add(round.sample().rate()));
        json.put("microsOfOne", micros).put("microsOfOneCall", bare);
        return List.of(verdict);
    }

    private static double microsOfOne(Round round) {
        return round.cpu().ours() * MICROS / round.sample().rate();
    }

    @Override
    public ObjectNode json() {
        return json;
    }
}
