// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.FakeSuite;
import id.siaga.localstack.client.FakeSuite.Request;
import id.siaga.localstack.client.FakeSuite.Result;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.demo.load.Sent.Fate;
import id.siaga.localstack.demo.load.report.Flaw;
import id.siaga.localstack.demo.load.report.GeneratedReport;
import id.siaga.localstack.demo.load.report.ReportGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingTest {
    private static final int MANY = 200;
    private static final Map<String, GeneratedReport> BY_KEY =
            new ReportGenerator(7).reports().limit(MANY).collect(toMap(GeneratedReport::key, Function.identity()));

    @TempDir
    private Path folder;

    private FakeSuite fake;
    private Receipts receipts;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeSuite();
        receipts = new Receipts(folder.resolve("receipts.ndjson"));
    }

    @AfterEach
    void stop() {
        receipts.close();
        fake.close();
    }

    @Test
    void everyReportIsSentOnceWithItsKeyByItsReporter() throws Exception {
        // Given
        fake.on("POST /v1/reports", SendingTest::take);

        // When
        List<Sent> sent = send(new LoadPlan(MANY, 7, null));

        // Then
        assertEquals(MANY, sent.size());
        assertEquals(
                BY_KEY.keySet(),
                fake.requests().stream().map(Request::idempotencyKey).collect(Collectors.toSet()));
        for (Request request : fake.requests()) {
            assertEquals(report(request).body(), Json.parse(request.body().getBytes(StandardCharsets.UTF_8)));
        }
        long flawed = BY_KEY.values().stream().filter(report -> !report.valid()).count();
        assertEquals(flawed, count(sent, Fate.REFUSED_AS_MEANT));
        assertEquals(MANY - flawed, count(sent, Fate.ACCEPTED));
    }

    @Test
    void aRefusalThatTheGeneratorDidNotMeanIsToldApart() throws Exception {
        // Given
        fake.on("POST /v1/reports", request -> new Result(400, "{\"title\":\"Invalid\",\"errors\":[]}"));

        // When
        List<Sent> sent = send(new LoadPlan(MANY, 7, null));

        // Then
        assertEquals(MANY, count(sent, Fate.REFUSED), "no refusal names what is wrong with its report");
    }

    @Test
    void whatIsInvalidOnPurposeMustNotBeAccepted() throws Exception {
        // Given
        fake.on(
                "POST /v1/reports",
                request -> new Result(201, "{\"id\":\"r\",\"receivedAt\":\"2026-01-02T03:04:05Z\"}"));

        // When
        List<Sent> sent = send(new LoadPlan(MANY, 7, null));

        // Then
        assertTrue(count(sent, Fate.ACCEPTED_UNLIKE_MEANT) > 0);
    }

    @Test
    void withARateASuiteThatHangsIsNotSparedAndTheWaitCountsFromWhenAReportWasDue() throws Exception {
        // Given a suite that answers nobody until all have asked
        CountDownLatch all = new CountDownLatch(50);
        fake.on("POST /v1/reports", request -> {
            all.countDown();
            try {
                assertTrue(all.await(60, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return take(request);
        });

        // When
        List<Sent> sent = send(new LoadPlan(50, 7, 100.0));

        // Then
        assertEquals(50, sent.size());
        Duration longest =
                sent.stream().map(Sent::waited).max(Duration::compareTo).orElseThrow();
        assertTrue(longest.toMillis() > 200, "the first waited for the last: " + longest);
        sent.forEach(one -> {
            assertTrue(!one.lateness().isNegative(), "nothing is sent before it is due");
            assertTrue(one.waited().compareTo(one.lateness()) >= 0);
        });
    }

    private List<Sent> send(LoadPlan plan) throws InterruptedException {
        Api api = new Api(
                fake.suite(), receipts, new Backoff(2, Duration.ofMillis(1), Duration.ofMillis(1)), Clock.systemUTC());
        return new Sending(api, Clock.systemUTC(), sent -> {}).send(plan);
    }

    private static Result take(Request request) {
        GeneratedReport report = report(request);
        Flaw flaw = report.flaw();
        if (flaw == null) {
            return new Result(
                    201, "{\"id\":\"r-" + report.index() + "\",\"receivedAt\":\"2026-01-02T03:04:05Z\",\"items\":[]}");
        }
        JsonNode problem = Json.object()
                .put("title", "Invalid")
                .set("errors", Json.array().add(Json.object().put("pointer", flaw.pointer())));
        return new Result(400, problem.toString());
    }

    private static GeneratedReport report(Request request) {
        GeneratedReport report = BY_KEY.get(request.idempotencyKey());
        if (report == null) {
            throw new IllegalStateException("nobody made a report with the key " + request.idempotencyKey());
        }
        return report;
    }

    private static long count(List<Sent> sent, Fate fate) {
        return sent.stream().filter(one -> one.fate() == fate).count();
    }
}
