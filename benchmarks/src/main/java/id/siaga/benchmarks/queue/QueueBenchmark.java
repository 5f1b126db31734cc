// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Stopwatch;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.stack.MeasuredStack;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import id.siaga.localstack.client.Tokens;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code ./siaga bench queue}: how long an officer waits for a page of a queue of a million cases. */
public final class QueueBenchmark implements Benchmark {

    private static final int CASES = 1_000_000;
    private static final double BUDGET_MILLIS = 50;
    private static final int WARM = 300;
    private static final int READS = 500;
    private static final double P99 = 0.99;

    private static final List<String> LISTS = List.of(
            "",
            "status=NEW",
            "category=fraud",
            "category=extortion",
            "urgent=true",
            "claimed=NOBODY",
            "platform=youtube",
            "platform=line",
            "region=ID-PD",
            "region=ID-PT",
            "flag=politicalSpeech",
            "flag=satire",
            "flag=academic",
            "status=IN_REVIEW&category=extortion&platform=tiktok");

    private final Options options;
    private final PrintStream out;
    private final ObjectNode json = Json.object();

    public QueueBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Reads each list page by page, from its first page on, one reader at a time. */
    @Override
    public List<Verdict> run() throws Exception {
        try (MeasuredStack stack = MeasuredStack.of(options, out, "triage-service");
                HttpClient http = HttpClient.newHttpClient()) {
            out.printf(Locale.ROOT, "%nQueue: writing %,d cases%n", CASES);
            FullQueue.of(stack.database("triage"), CASES);
            Suite suite = stack.suite();
            Reader reader = new Reader(suite, http, new Tokens(suite.tokenEndpoint(), http, Clock.systemUTC()));
            reader.read("", WARM);
            List<Verdict> verdicts = new ArrayList<>();
            for (String list : LISTS) {
                reader.read(list, WARM / LISTS.size());
                Latency taken = reader.read(list, READS);
                json.putObject(list.isEmpty() ? "all" : list)
                        .put("p50Ms", taken.millisAt(0.5))
                        .put("p99Ms", taken.millisAt(P99));
                out.printf(Locale.ROOT, "  GET /v1/cases?%-24s p50 %.1f ms%n", list + "&limit=50", taken.millisAt(0.5));
                verdicts.add(Verdict.atMost(
                        BUDGET_MILLIS, "p99 in ms: " + (list.isEmpty() ? "all" : list), List.of(taken.millisAt(P99))));
            }
            verdicts.forEach(verdict -> out.println(verdict.line()));
            return verdicts;
        }
    }

    @Override
    public ObjectNode json() {
        return json;
    }

    /** An officer who goes on to the next page, and begins anew after the tenth. */
    private record Reader(Suite suite, HttpClient http, Tokens tokens) {

        private static final int PAGES = 10;
        private static final int OK = 200;

        Latency read(String list, int times) throws Exception {
            Stopwatch watch = new Stopwatch();
            @Nullable String cursor = null;
            for (int i = 0; i < times; i++) {
                String path = "/v1/cases?limit=50" + (list.isEmpty() ? "" : "&" + list)
                        + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
                HttpRequest request = HttpRequest.newBuilder(suite.resolve(Service.TRIAGE, path))
                        .header("Authorization", "Bearer " + tokens.bearer(suite.identity("ratna"), Service.TRIAGE))
                        .build();
                long begun = System.nanoTime();
                HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
                watch.lap(begun);
                if (answer.statusCode() != OK) {
                    throw new IllegalStateException(path + " was answered " + answer.statusCode());
                }
                cursor = (i + 1) % PAGES == 0 ? null : Json.textOrNull(Json.parse(answer.body()), "next");
            }
            return Latency.of(List.of(watch));
        }
    }
}
