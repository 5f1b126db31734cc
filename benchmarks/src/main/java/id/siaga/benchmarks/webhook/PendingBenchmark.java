// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.machine.ServiceProcess;
import id.siaga.benchmarks.measure.Median;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.stack.MeasuredStack;
import id.siaga.localstack.client.Json;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./siaga bench pending}: what it costs to claim what is due while a thousand deliveries wait for later, and while a
 * million do; and how soon after its death the service sends again when a million are due.
 */
public final class PendingBenchmark implements Benchmark {

    private static final String SERVICE = "notification-service";
    private static final int ENDPOINTS = 50;
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;

    /** Events, each for all endpoints, in every tenth of a second. */
    private static final int TRICKLE = 1;

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int SECONDS = 8;

    /** Of the same cost measured twice; a cost that grew with what waits would be hundreds of times as much. */
    private static final double DOES_NOT_GROW = 1.5;

    private static final double MOST_SECONDS = 5;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final byte[] BODY = Json.bytes(Json.object().put("specversion", "1.0"));

    private final Options options;
    private final PrintStream out;
    private final ObjectNode json = Json.object();

    public PendingBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    @Override
    public List<Verdict> run() throws Exception {
        Vertx vertx = Vertx.vertx();
        // Receivers are closed last: until then the service may call them.
        try (Receivers receivers = new Receivers(vertx, ENDPOINTS);
                MeasuredStack stack = MeasuredStack.of(options, out, SERVICE);
                DeliveryDatabase database = DeliveryDatabase.of(stack.database("notification"));
                HttpClient http = HttpClient.newHttpClient()) {
            Registered registered = Registered.of(
                    stack.suite(), stack.data().resolve("receipts.ndjson"), receivers, List.of("cekfakta", "elsam"));
            database.prepare(registered.endpoints(), BODY);
            out.printf(Locale.ROOT, "%nPending: %s, %d endpoints%n", stack.describe("notification"), ENDPOINTS);
            String management = stack.service(SERVICE).management();
            database.queue(FEW / ENDPOINTS, "now() + interval '1 hour'");
            claims(database, http, management);
            List<Double> few = claims(database, http, management);
            out.printf(Locale.ROOT, "  a claim, with what is claimed: %.2f ms while %,d wait%n", Median.of(few), FEW);
            database.queue((MANY - FEW) / ENDPOINTS, "now() + interval '1 hour'");
            database.tidy();
            List<Double> many = claims(database, http, management);
            Verdict growth = Verdict.atMost(
                    DOES_NOT_GROW,
                    "a claim while 1,000,000 wait / while 1,000 do",
                    many.stream().map(millis -> millis / Median.of(few)).toList());
            out.printf(Locale.ROOT, "  a claim, with what is claimed: %.2f ms while %,d wait%n", Median.of(many), MANY);
            Verdict restart = restart(stack, receivers, database, http);
            List<Verdict> verdicts = List.of(growth, restart);
            verdicts.forEach(verdict -> out.println(verdict.line()));
            few.forEach(json.putArray("claimMs")::add);
            many.forEach(json.putArray("claimMsOfMany")::add);
            return verdicts;
        } finally {
            vertx.close();
        }
    }

    /** What a claim takes on the average while a few deliveries fall due again and again, one entry a round. */
    private List<Double> claims(DeliveryDatabase database, HttpClient http, String management) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            Claims before = Claims.of(http, management);
            long until = System.nanoTime()
                    + Duration.ofSeconds(options.secondsOr(SECONDS)).toNanos();
            while (System.nanoTime() < until) {
                database.queue(TRICKLE, "now()");
                Thread.sleep(BETWEEN);
            }
            millis.add(Claims.of(http, management).millisSince(before));
        }
        return millis;
    }

    private Verdict restart(MeasuredStack stack, Receivers receivers, DeliveryDatabase database, HttpClient http)
            throws Exception {
        ServiceProcess service = new ServiceProcess(stack.data(), SERVICE);
        receivers.hang(ENDPOINTS);
        database.releaseAll();
        service.kill();
        long killed = System.nanoTime();
        long before = receivers.confirmed();
        receivers.hang(0);
        service.awaitReplacement(http);
        long ready = System.nanoTime();
        while (receivers.confirmed() == before) {
            Thread.sleep(Duration.ofMillis(1));
        }
        double seconds = (System.nanoTime() - ready) / NANOS_PER_SECOND;
        out.printf(
                Locale.ROOT,
                "  killed with %,d due: the service was ready again after %.1f s, and had sent the first %.1f s later%n",
                MANY,
                (ready - killed) / NANOS_PER_SECOND,
                seconds);
        json.put("readySeconds", (ready - killed) / NANOS_PER_SECOND).put("sentSeconds", seconds);
        return Verdict.atMost(MOST_SECONDS, "seconds from ready to the first that was sent", List.of(seconds));
    }

    @Override
    public ObjectNode json() {
        return json;
    }
}
