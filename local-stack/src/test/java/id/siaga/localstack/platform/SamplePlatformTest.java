// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.FakeSuite;
import id.siaga.localstack.client.FakeSuite.Request;
import id.siaga.localstack.client.FakeSuite.Result;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.platform.conduct.Cast;
import id.siaga.localstack.platform.conduct.Pace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePlatformTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    private Path folder;

    private FakeSuite fake;
    private final Map<String, String> endpoints = new ConcurrentHashMap<>();
    private final BlockingQueue<Request> acknowledged = new LinkedBlockingQueue<>();
    private final BlockingQueue<Request> answers = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() throws IOException {
        fake = new FakeSuite();
        fake.on("POST /v1/endpoints", this::register)
                .on("GET /v1/endpoints", r -> new Result(200, "{\"endpoints\":[]}"))
                .on("GET /v1/orders", r -> new Result(200, "{\"orders\":[],\"next\":null}"))
                .on("GET /v1/orders/o-00000001", r -> new Result(200, order("ISSUED")))
                .on("POST /v1/orders/o-00000001/acknowledgement", r -> keep(acknowledged, r))
                .on("POST /v1/orders/o-00000001/answer", r -> keep(answers, r));
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void anOrderThatArrivesIsAcknowledgedAndAnsweredForEveryLocator() throws Exception {
        // Given
        try (SamplePlatform platform = start()) {
            // When
            int status = deliver(platform.address(), "google");

            // Then
            assertEquals(204, status);
            assertTrue(acknowledged.poll(10, TimeUnit.SECONDS) != null);
            JsonNode answer = Json.parse(next(answers).body().getBytes(StandardCharsets.UTF_8));
            assertEquals(2, answer.path("results").size());
            assertEquals("l-1", answer.path("results").path(0).path("locatorId").asText());
            assertEquals(
                    "ACCESS_DISABLED",
                    answer.path("results").path(0).path("result").asText());
        }
    }

    @Test
    void everyPartyButXRegistersOneEndpoint() throws Exception {
        // When
        try (SamplePlatform platform = start()) {
            // Then
            assertEquals(8, endpoints.size());
            assertTrue(endpoints.containsKey(platform.address() + "/webhooks/mafindo"));
            assertTrue(!endpoints.containsKey(platform.address() + "/webhooks/x"));
        }
    }

    @Test
    void aRestartAtTheSameAddressKeepsItsEndpoints() throws Exception {
        // Given
        URI first;
        try (SamplePlatform platform = start()) {
            first = platform.address();
        }
        for (String id : endpoints.values()) {
            fake.on("GET /v1/endpoints/" + id, r -> new Result(200, "{\"id\":\"" + id + "\"}"));
        }

        // When
        try (SamplePlatform platform = start()) {
            // Then
            assertEquals(first, platform.address());
            assertEquals(8, endpoints.size());
            assertEquals(204, deliver(platform.address(), "meta"));
        }
    }

    @Test
    void aLetterInTheMailboxMakesXLookUpItsOrdersAndAnswer() throws Exception {
        // Given
        try (SamplePlatform platform = start()) {
            fake.on(
                    "GET /v1/orders",
                    r -> new Result(
                            200,
                            r.path().contains("DELIVERED")
                                    ? "{\"orders\":[{\"id\":\"o-00000001\",\"status\":\"DELIVERED\"}]}"
                                    : "{\"orders\":[]}"));

            // When
            int status = post(platform.address().resolve("/mailbox/x"), "", Map.of());

            // Then
            assertEquals(202, status);
            assertTrue(next(answers).authorization().startsWith("Bearer "));
        }
    }

    @Test
    void onlyPlatformsWithoutAnEndpointHaveAMailbox() throws Exception {
        // Given
        try (SamplePlatform platform = start()) {
            // When
            int status = post(platform.address().resolve("/mailbox/google"), "", Map.of());

            // Then
            assertEquals(404, status);
        }
    }

    @Test
    void whatAReceiverElsewhereHasConfirmedIsAnsweredAndNothingElse() throws Exception {
        // Given
        try (SamplePlatform platform = start(OwnReceiver.at("http://127.0.0.1:9/{party}"))) {
            String google = endpoints.get("http://127.0.0.1:9/google");

            // When
            fake.on(
                    "GET /v1/endpoints/" + google + "/attempts",
                    r -> new Result(
                            200,
                            "{\"attempts\":[" + attempt("a-2", "o-00000001", "SUCCEEDED") + ","
                                    + attempt("a-1", "o-00000002", "FAILED") + "],\"next\":null}"));

            // Then
            assertTrue(next(acknowledged).path().contains("o-00000001"));
            assertTrue(next(answers).path().contains("o-00000001"));
            assertEquals(
                    List.of("o-00000001"),
                    WebhookLedger.read(folder.resolve(SamplePlatform.LEDGER)).stream()
                            .map(LedgerLine::subject)
                            .toList());
            assertTrue(endpoints.containsKey(platform.address() + "/webhooks/mafindo"), "reporters stay");
        }
    }

    @Test
    void aPlatformAsksBackOnceAndAnswersWhenTheDeskHasReplied() throws Exception {
        // Given
        BlockingQueue<Request> questions = new LinkedBlockingQueue<>();
        String impersonation = order("ISSUED").replace("fraud", "election-impersonation");
        fake.on("GET /v1/orders/o-00000001", r -> new Result(200, impersonation))
                .on("POST /v1/orders/o-00000001/clarification", r -> keep(questions, r));
        try (SamplePlatform platform = start()) {
            deliver(platform.address(), "tiktok");
            assertTrue(next(questions).body().contains("genuine"));

            // When
            String replied = impersonation
                    .replace("ISSUED", "ACKNOWLEDGED")
                    .replace("\"locators\"", "\"waits\":[{\"kind\":\"CLARIFICATION\"}],\"locators\"");
            fake.on("GET /v1/orders/o-00000001", r -> new Result(200, replied));
            deliver(platform.address(), "tiktok", "e-2", "order.clarified");

            // Then
            assertTrue(next(answers).body().contains("ACCOUNT_SUSPENDED"));
            assertEquals(0, questions.size());
        }
    }

    @Test
    void aSilentPlatformConfirmsItsWebhookAndSaysNothingButARefusingOneRefuses() throws Exception {
        // Given
        try (SamplePlatform platform = start()) {
            // When
            int silent = deliver(platform.address(), "snackvideo");
            int refusing = deliver(platform.address(), "line");

            // Then: whatever is said about the order is the refusing one's
            assertEquals(List.of(204, 204), List.of(silent, refusing));
            JsonNode refusal = Json.parse(next(answers).body().getBytes(StandardCharsets.UTF_8))
                    .path("results")
                    .path(0);
            assertEquals("REFUSED", refusal.path("result").asText());
            assertEquals("INSUFFICIENT_BASIS", refusal.path("refusalGround").asText());
            assertEquals(1, acknowledged.size());
        }
    }

    private static String attempt(String id, String order, String status) {
        return """
            {"id": "%s", "eventId": "%s-event", "eventType": "id.siaga.order.issued.v1", "subject": "%s",
             "number": 1, "startedAt": "2026-11-22T12:00:00Z", "status": "%s"}\
            """.formatted(id, id, order, status);
    }

    private SamplePlatform start() throws IOException, InterruptedException {
        return start(null);
    }

    private SamplePlatform start(@Nullable OwnReceiver receiver) throws IOException, InterruptedException {
        return SamplePlatform.start(
                fake.suite(),
                folder,
                new Misfortune(0, 1),
                Cast.IN_CHARACTER,
                new Pace(Cast.IN_CHARACTER, 1),
                receiver,
                new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(5)),
                Clock.systemUTC());
    }

    private Result register(Request request) {
        try {
            String url = Json.parse(request.body().getBytes(StandardCharsets.UTF_8))
                    .path("url")
                    .asText();
            String id = "e-" + endpoints.size();
            endpoints.put(url, id);
            fake.on("GET /v1/endpoints/" + id, r -> new Result(200, "{\"id\":\"" + id + "\",\"status\":\"ACTIVE\"}"));
            return new Result(201, "{\"id\":\"" + id + "\",\"secret\":\"" + SECRET + "\"}");
        } catch (IOException e) {
            return new Result(400, "{}");
        }
    }

    private static Result keep(BlockingQueue<Request> queue, Request request) {
        queue.add(request);
        return new Result(200, "{}");
    }

    private static Request next(BlockingQueue<Request> queue) throws InterruptedException {
        Request request = queue.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("nothing came within 10 s");
        }
        return request;
    }

    private static int deliver(URI platform, String party) throws Exception {
        return deliver(platform, party, "e-1", "order.issued");
    }

    private static int deliver(URI platform, String party, String id, String event) throws Exception {
        String body = """
            {"type":"id.siaga.%s.v1","subject":"o-00000001","sequence":"1","data":{}}\
            """.formatted(event);
        long now = Instant.now().getEpochSecond();
        return post(
                platform.resolve("/webhooks/" + party),
                body,
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", Long.toString(now),
                        "webhook-signature", new Webhook(SECRET).sign(id, now, body)));
    }

    private static int post(URI where, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(where).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static String order(String status) {
        return "{\"id\":\"o-00000001\",\"status\":\"" + status
                + "\",\"category\":\"fraud\",\"instrument\":\"NOTICE\",\"locators\":"
                + List.of("{\"id\":\"l-1\"}", "{\"id\":\"l-2\"}") + "}";
    }
}
