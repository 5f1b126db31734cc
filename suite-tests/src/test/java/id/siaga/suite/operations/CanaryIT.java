// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.Endpoints;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.ServiceOptions;
import id.siaga.localstack.StackOptions;
import id.siaga.localstack.StackStatus;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import id.siaga.suite.Checkout;
import id.siaga.suite.RunningSuite;
import id.siaga.suite.WebhookSink;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A suite of its own, in which a canary is issued every other second, so that no other test counts one: canaries reach their
 * party signed, nobody else sees them, and their ages tell where the way is broken.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryIT {

    private static final Path DATA = Path.of("target", "canary").toAbsolutePath();
    private static final String PARTY = "siaga-canary";
    private static final String TYPE = "id.siaga.canary.forwarded.v1";
    private static final String NOTIFICATION = "notification-service";
    private static final Duration SOON = Duration.ofMinutes(2);

    /** Above what a canary that arrives can be old, with the time between two samples. */
    private static final double FRESH = 12;

    private LocalStack stack;
    private Receipts receipts;
    private Api api;
    private WebhookSink sink;
    private String secret = "";

    @BeforeAll
    void start() throws Exception {
        RunningSuite.keepPrograms(DATA);
        stack = LocalStack.start(StackOptions.of(Checkout.ROOT)
                .withData(DATA)
                .withFreshData(true)
                .withServices(new ServiceOptions(
                        Checkout.SERVICES, false, Map.of("SIAGA_CANARY_PARTY", PARTY, "SIAGA_CANARY_EVERY", "2s")))
                .withNatives(System.getProperty("siaga.native", "")));
        receipts = new Receipts(DATA.resolve("receipts.ndjson"));
        api = new Api(Suite.read(stack.endpointsFile()), receipts, Backoff.patient(), Clock.systemUTC());
        sink = new WebhookSink();
        secret = register(PARTY, "/canary", "canary.forwarded");
        register("elsam", "/elsam", "*");
        register("google", "/google", "*");
    }

    @AfterAll
    void stop() {
        sink.close();
        receipts.close();
        stack.close();
    }

    @Test
    void canariesReachTheirPartySignedAndNobodyElse() throws Exception {
        // When some have been issued
        await().atMost(SOON).until(() -> canaries().size() >= 3);

        // Then
        for (WebhookSink.Received call : sink.all()) {
            assertEquals(TYPE, call.event().path("type").asText());
            assertEquals("/canary", call.path(), "only its party is told");
            assertTrue(call.signedWith(secret));
        }
        for (String other : List.of("elsam", "google", "telegram", "kpu")) {
            assertEquals(
                    0,
                    get(other, Service.NOTIFICATION, "/v1/events")
                            .path("events")
                            .size());
        }
        assertTrue(get(PARTY, Service.NOTIFICATION, "/v1/events").path("events").size() >= 3, "it can be pulled, too");
        assertEquals(0, get("ratna", Service.TRIAGE, "/v1/cases").path("cases").size());
        assertEquals(0, get("ratna", Service.TRIAGE, "/v1/tasks").path("tasks").size());
        assertEquals(0, get(PARTY, Service.TRIAGE, "/v1/orders").path("orders").size());
    }

    @Test
    void theirAgesTellWhereTheWayIsBroken() throws Exception {
        // Given one that arrived; until then the age counts from the start of triage, and is as fresh
        await().atMost(SOON).until(() -> value("triage-service", "siaga_canary_trip_seconds_count") >= 1);
        awaitReceived();

        // When
        signal("-STOP");
        try {
            await().atMost(SOON).until(() -> value("triage-service", "siaga_canary_received_age_seconds") > 2 * FRESH);

            // Then all is well up to there
            assertTrue(value("intake-service", "siaga_canary_issued_age_seconds") < FRESH);
            assertTrue(value("triage-service", "siaga_canary_forwarded_age_seconds") < FRESH);
        } finally {
            signal("-CONT");
        }
        awaitReceived();
    }

    private void awaitReceived() {
        await().atMost(SOON).until(() -> value("triage-service", "siaga_canary_received_age_seconds") < FRESH);
    }

    private Set<String> canaries() {
        Set<String> subjects = new HashSet<>();
        sink.all().forEach(call -> subjects.add(call.event().path("subject").asText()));
        return subjects;
    }

    /** Returns its secret, when it is told what comes. */
    private String register(String party, String path, String types) {
        ObjectNode request = Json.object().put("url", sink.url(path));
        request.putArray("eventTypes").add(types);
        JsonNode endpoint = api.send(
                        api.suite().identity(party),
                        Call.post(Service.NOTIFICATION, "/v1/endpoints", request)
                                .once("canary-" + UUID.randomUUID()))
                .orThrow();
        String own = "/v1/endpoints/" + endpoint.path("id").asText();
        await().atMost(SOON)
                .until(
                        () -> get(party, Service.NOTIFICATION, own)
                                .path("status")
                                .asText(),
                        "ACTIVE"::equals);
        return endpoint.path("secret").asText();
    }

    private JsonNode get(String who, Service service, String path) {
        return api.send(api.suite().identity(who), Call.get(service, path)).orThrow();
    }

    private double value(String service, String metric) throws Exception {
        Endpoints.Service endpoint = requireNonNull(stack.endpoints().services().get(service));
        return Scrape.of(endpoint.management() + "/q/metrics").samples().stream()
                .filter(sample -> sample.name().equals(metric))
                .mapToDouble(Scrape.Sample::value)
                .findFirst()
                .orElseThrow();
    }

    /** As a machine that freezes: it takes no calls and breaks none off. */
    private static void signal(String signal) throws Exception {
        long pid = StackStatus.read(DATA).orElseThrow().part(NOTIFICATION).pid();
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
        assertEquals(0, kill.waitFor());
    }
}
