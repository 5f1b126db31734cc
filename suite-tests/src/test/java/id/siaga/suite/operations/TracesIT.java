// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.suite.RawTokens;
import id.siaga.suite.RunningSuite;
import id.siaga.suite.SpanReceiver;
import id.siaga.suite.SpanReceiver.Seen;
import id.siaga.suite.WebhookSink;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever reports can see in its own trace what became of the report, through all services and back to itself. */
@ExtendWith(RunningSuite.class)
class TracesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofMinutes(1);

    /** What has to be seen of a report, by which service. */
    private static final Set<String> WAY = Set.of(
            "intake-service POST /v1/reports",
            "triage-service take id.siaga.report.submitted.v1",
            "intake-service take id.siaga.item.status-changed.v1",
            "notification-service take id.siaga.report.status-changed.v1",
            "notification-service deliver id.siaga.report.status-changed.v1");

    @Test
    void aReportIsOneTraceFromItsSenderThroughAllServicesToItsWebhook(Api api, SpanReceiver spans) throws Exception {
        try (WebhookSink sink = new WebhookSink()) {
            // Given a reporter that listens and traces
            listen(api, sink);
            String trace = UUID.randomUUID().toString().replace("-", "");
            String caller = "00f067aa0ba902b7";

            // When
            String report = report(api, "00-" + trace + "-" + caller + "-01");

            // Then its webhook is of its trace
            WebhookSink.Received call = await().atMost(SOON)
                    .until(() -> sink.first("id.siaga.report.status-changed.v1", report), Optional::isPresent)
                    .orElseThrow();
            String sent =
                    call.headers().getOrDefault("traceparent", List.of("")).getFirst();
            assertTrue(sent.startsWith("00-" + trace + "-"), sent);

            // and every service has told of its part in it, each as what followed from another
            await().atMost(SOON).untilAsserted(() -> {
                List<Seen> seen = spans.of(trace);
                assertTrue(names(seen).containsAll(WAY), seen::toString);
                Set<String> known = seen.stream().map(Seen::id).collect(Collectors.toCollection(HashSet::new));
                assertTrue(known.contains(sent.split("-", 4)[2]), "the receiver goes on with the attempt's span");
                known.add(caller);
                assertEquals(
                        List.of(),
                        seen.stream()
                                .filter(span -> !known.contains(span.parent()))
                                .toList());
            });
        }
    }

    private static Set<String> names(List<Seen> spans) {
        return spans.stream().map(span -> span.service() + " " + span.name()).collect(Collectors.toSet());
    }

    private static void listen(Api api, WebhookSink sink) throws Exception {
        String endpoint = api.send(
                        api.suite().identity("kpu"),
                        Call.post(
                                        Service.NOTIFICATION,
                                        "/v1/endpoints",
                                        JSON.readTree("{\"url\": \"%s\", \"eventTypes\": [\"report.*\"]}"
                                                .formatted(sink.url())))
                                .once(UUID.randomUUID().toString()))
                .orThrow()
                .path("id")
                .asText();
        await().atMost(SOON)
                .until(
                        () -> api.send(
                                        api.suite().identity("kpu"),
                                        Call.get(Service.NOTIFICATION, "/v1/endpoints/" + endpoint))
                                .orThrow()
                                .path("status")
                                .asText(),
                        "ACTIVE"::equals);
    }

    private static String report(Api api, String traceparent) throws Exception {
        String body = """
                {"category": "election-hoax", "statementOfReasons": "Polls close at 13.", "goodFaith": true,
                 "items": [{"url": "https://youtu.be/%s"}]}""".formatted(UUID.randomUUID().toString().substring(0, 8));
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer = http.send(
                            HttpRequest.newBuilder(api.suite().resolve(Service.INTAKE, "/v1/reports"))
                                    .header("Authorization", "Bearer " + RawTokens.of(api.suite(), "kpu", "intake"))
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", UUID.randomUUID().toString())
                                    .header("traceparent", traceparent)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return JSON.readTree(answer).path("id").asText();
        }
    }
}
