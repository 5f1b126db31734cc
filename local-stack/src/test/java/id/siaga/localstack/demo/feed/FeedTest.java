// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.FakeSuite;
import id.siaga.localstack.client.FakeSuite.Result;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.demo.show.Narrator;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
    @TempDir
    private Path folder;

    private FakeSuite fake;
    private Receipts receipts;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void start() throws Exception {
        fake = new FakeSuite();
        receipts = new Receipts(folder.resolve("receipts.ndjson"));
        fake.on("POST /v1/reports", request -> {
                    if (request.body().contains("too bad")) {
                        return new Result(400, "{\"title\":\"Invalid\",\"detail\":\"too bad\"}");
                    }
                    if (request.body().contains("no answer")) {
                        return new Result(500, "");
                    }
                    keys.add(request.idempotencyKey());
                    return new Result(201, "{\"id\":\"r-" + request.idempotencyKey() + "\"}");
                })
                .on("GET /v1/reports", request -> {
                    String reports = keys.stream()
                            .map(key -> "{\"id\":\"r-" + key + "\",\"status\":\"LINKED\"}")
                            .collect(Collectors.joining(","));
                    boolean received = request.path().contains("status=RECEIVED");
                    return new Result(200, "{\"reports\":[" + (received ? "" : reports) + "],\"next\":null}");
                });
    }

    @AfterEach
    void stop() {
        receipts.close();
        fake.close();
    }

    @Test
    void everyLineIsAcceptedRefusedWithAReasonOrNamedAsUnanswered() throws Exception {
        // Given
        Path file = folder.resolve("claims.ndjson");
        Files.writeString(file, """
                {"claim":"one","links":["https://cekfakta.example/1"]}
                {"claim":"too bad"}
                broken
                {"claim":"two"}
                {"claim":"no answer"}
                {"claim":"too bad"}
                """);

        // When
        FeedOutcome outcome = feed(file);

        // Then
        assertEquals(6, outcome.lines());
        assertEquals(2, outcome.accepted().size());
        assertEquals(2, outcome.linked());
        assertEquals(3, outcome.refused());
        assertEquals(
                2,
                outcome.refusals()
                        .getOrDefault("400 Invalid: too bad", List.of())
                        .size());
        assertEquals(List.of(3L), outcome.refusals().get("not JSON"));
        assertEquals(1, outcome.unanswered().size());
        assertTrue(outcome.unanswered().getFirst().startsWith("line 5: 500"));
        assertEquals(Set.of("https://cekfakta.example/1"), outcome.links());
        assertFalse(outcome.clean());
    }

    @Test
    void aRerunSendsTheSameKeys() throws Exception {
        // Given
        Path file = folder.resolve("claims.ndjson");
        Files.writeString(file, "{\"claim\":\"one\"}\n{\"claim\":\"two\"}\n");
        FeedOutcome first = feed(file);

        // When
        FeedOutcome second = feed(file);

        // Then
        assertEquals(first.accepted(), second.accepted());
        assertEquals(2, keys.size());
        assertTrue(second.clean());
    }

    private FeedOutcome feed(Path file) throws Exception {
        Api api = new Api(
                fake.suite(), receipts, new Backoff(2, Duration.ofMillis(1), Duration.ofMillis(1)), Clock.systemUTC());
        Narrator silent = new Narrator(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                Clock.systemUTC());
        return new Feed(api, fake.suite().identity("mafindo"), silent, Clock.systemUTC()).send(file);
    }
}
