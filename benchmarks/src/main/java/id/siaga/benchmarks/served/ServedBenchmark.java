// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.consume.ReportsTopic;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.stack.MeasuredStack;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import id.siaga.localstack.client.Tokens;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;

/**
 * {@code ./siaga bench served}: how long after its approval an order reaches the platform's endpoint, at half of the highest
 * rate that triage and notification keep up with.
 */
public final class ServedBenchmark implements Benchmark {

    private static final double BUDGET_MILLIS = 250;
    private static final double SLOWER = 0.75;
    private static final double FIRST_RATE = 150;
    private static final int MOST_RATES = 12;
    private static final int SECONDS = 20;
    private static final int WARM = 3_000;
    private static final double P99 = 0.99;
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Options options;
    private final PrintStream out;
    private final ObjectNode json = Json.object();

    public ServedBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    @Override
    public List<Verdict> run() throws Exception {
        Vertx vertx = Vertx.vertx();
        Served served = new Served();
        try (MeasuredStack stack = MeasuredStack.of(options, out, "triage-service", "notification-service");
                HttpClient http = HttpClient.newHttpClient();
                Platform platform = new Platform(vertx, served);
                Receipts receipts = new Receipts(stack.data().resolve("receipts.ndjson"))) {
            Suite suite = stack.suite();
            Api api = new Api(suite, receipts, Backoff.patient(), Clock.systemUTC());
            register(api, platform);
            out.printf(Locale.ROOT, "%nServed: %s%n", stack.describe("triage"));
            try (Proposals proposals = proposals(stack, api);
                    Approver approver = new Approver(vertx, suite.resolve(Service.TRIAGE, "/"), served)) {
                Tokens tokens = new Tokens(suite.tokenEndpoint(), http, Clock.systemUTC());
                Queue<UUID> stock = new ArrayDeque<>(proposals.make(most()));
                stack.processors().awaitRest();
                Turn turn = new Turn(
                        stock, approver, () -> "Bearer " + tokens.bearer(suite.identity("yusuf"), Service.TRIAGE));
                turn.warmUp();
                served.taken();
                served.answered();
                return tell(turn, served);
            }
        } finally {
            vertx.close();
        }
    }

    private List<Verdict> tell(Turn turn, Served served) throws Exception {
        int seconds = options.secondsOr(SECONDS);
        double peak = peak(turn, served, seconds);
        turn.take((int) (peak / 2 * seconds), peak / 2);
        Latency half = served.taken();
        json.put("peakPerSecond", peak).put("p50Ms", half.millisAt(0.5)).put("p99Ms", half.millisAt(P99));
        told(peak / 2, "at half of it", half, served.answered());
        Verdict verdict = Verdict.atMost(
                BUDGET_MILLIS,
                "approved -> received by the platform, p99 in ms at half of the peak",
                List.of(half.millisAt(P99)));
        out.println(verdict.line());
        return List.of(verdict);
    }

    private double peak(Turn turn, Served served, int seconds) throws Exception {
        double rate = FIRST_RATE;
        for (int i = 0; i < MOST_RATES; i++) {
            boolean keepsUp = turn.take((int) (rate * seconds), rate);
            told(rate, keepsUp ? "kept up with" : "too many", served.taken(), served.answered());
            if (keepsUp) {
                return rate;
            }
            rate *= SLOWER;
        }
        throw new IllegalStateException("No rate was found that the suite keeps up with");
    }

    private void told(double rate, String what, Latency taken, Latency answered) {
        out.printf(
                Locale.ROOT,
                "  %,.0f/s, %s: p50 %.1f ms, p99 %.1f ms; until an approval was answered p50 %.1f ms, p99 %.1f ms%n",
                rate,
                what,
                taken.millisAt(0.5),
                taken.millisAt(P99),
                answered.millisAt(0.5),
                answered.millisAt(P99));
    }

    private interface Authorization {
        String now() throws Exception;
    }

    private record Turn(Queue<UUID> stock, Approver approver, Authorization authorization) {

        boolean take(int orders, double rate) throws Exception {
            return approver.approve(next(orders), authorization.now(), rate);
        }

        /** As fast as it goes without a queue: what has just started would not keep up with a rate. */
        void warmUp() throws Exception {
            approver.warmUp(next(WARM), authorization.now());
        }

        private Queue<UUID> next(int orders) {
            Queue<UUID> decisions = new ArrayDeque<>();
            for (int i = 0; i < orders; i++) {
                decisions.add(stock.remove());
            }
            return decisions;
        }
    }

    /** All turns there may be: making more between them would leave PostgreSQL something to do in the turn that follows. */
    private int most() {
        double perSecond = FIRST_RATE / (1 - SLOWER) + FIRST_RATE;
        return WARM + (int) (perSecond * options.secondsOr(SECONDS));
    }

    private static void register(Api api, Platform platform) throws InterruptedException {
        ObjectNode request = Json.object().put("url", platform.url());
        request.putArray("eventTypes").add("order.*");
        String path = "/v1/endpoints";
        JsonNode endpoint = send(
                api, "google", Call.post(Service.NOTIFICATION, path, request).once("served-" + UUID.randomUUID()));
        Call read =
                Call.get(Service.NOTIFICATION, path + "/" + endpoint.path("id").asText());
        while (!send(api, "google", read).path("status").asText().equals("ACTIVE")) {
            Thread.sleep(GLANCE);
        }
    }

    /** One report, what the desk finds, and a proposal; the others are like it. */
    private static Proposals proposals(MeasuredStack stack, Api api) throws Exception {
        try (ReportsTopic topic = new ReportsTopic(stack.brokers(), Clock.systemUTC())) {
            topic.publish(1);
            String cases = "/v1/cases";
            JsonNode queue = send(api, "ratna", Call.get(Service.TRIAGE, cases + "?status=NEW"));
            while (queue.path("cases").isEmpty()) {
                Thread.sleep(GLANCE);
                queue = send(api, "ratna", Call.get(Service.TRIAGE, cases + "?status=NEW"));
            }
            String caseId = queue.path("cases").path(0).path("id").asText();
            ObjectNode assessment = Json.object()
                    .put("category", "gambling")
                    .put("severity", "HIGH")
                    .put("finding", "It takes bets.");
            assessment.putArray("flags");
            send(api, "ratna", Call.post(Service.TRIAGE, cases + "/" + caseId + "/assessment", assessment));
            Call decide = Call.post(
                    Service.TRIAGE,
                    cases + "/" + caseId + "/decisions",
                    Json.object()
                            .put("kind", "REFERRAL")
                            .put("reasons", "It takes bets.")
                            .put("terms", "Community guidelines, gambling"));
            JsonNode decision = send(api, "ratna", decide.once("served-" + UUID.randomUUID()));
            return Proposals.like(
                    stack.database("triage"),
                    UUID.fromString(caseId),
                    UUID.fromString(decision.path("id").asText()),
                    topic.mark() + topic.made());
        }
    }

    private static JsonNode send(Api api, String who, Call call) {
        return api.send(api.suite().identity(who), call).orThrow();
    }

    @Override
    public ObjectNode json() {
        return json;
    }
}
