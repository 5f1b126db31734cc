// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job from report to outcome, through public APIs only, with tokens of a real Keycloak. */
@ExtendWith(RunningSuite.class)
class EndToEndIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final String REPORT = """
            {"category": "election-hoax",
             "statementOfReasons": "Video ini menyatakan TPS tutup pukul 10; KPU menyatakan pukul 13.", "goodFaith": true,
             "region": "ID-JB",
             "items": [{"url": "https://youtu.be/%s"}],
             "references": [{"url": "https://example.org/cek-fakta/1", "kind": "FACT_CHECK"}]}""";

    private static final String ORDER = """
            {"kind": "ORDER", "reasons": "The video misleads voters about the closing time.",
             "legalBasis": {"instrument": "UU 10/2016", "article": "187A"},
             "authority": {"party": "bawaslu", "fileReference": "021/PP.01"},
             "proportionality": "The poll is today; a label comes too late for those who stay at home.",
             "lighterMeasure": "A label was considered; it does not reach people before the poll closes.",
             "territorialScope": ["ID"],
             "redress": "The uploader can appeal through the platform within 14 days."}""";

    @Test
    void aReportBecomesAnOrderAndItsOutcomeReachesTheReporter(Api api) throws Exception {
        try (WebhookSink platform = new WebhookSink()) {
            // Given a platform that listens
            JsonNode endpoint =
                    send(api, "google", post(Service.NOTIFICATION, "/v1/endpoints", """
                    {"url": "%s", "eventTypes": ["order.*"], "description": "end to end"}""".formatted(platform.url())));
            String secret = endpoint.path("secret").asText();
            await().atMost(SOON)
                    .until(
                            () -> send(
                                            api,
                                            "google",
                                            Call.get(
                                                    Service.NOTIFICATION,
                                                    "/v1/endpoints/"
                                                            + endpoint.path("id")
                                                                    .asText()))
                                    .path("status")
                                    .asText(),
                            "ACTIVE"::equals);

            // When a report comes in and two persons of two organisations decide
            String report = send(api, "kpu", post(Service.INTAKE, "/v1/reports", REPORT.formatted(video())))
                    .path("id")
                    .asText();
            String caseId = caseOf(api, report);
            assess(api, caseId);
            String decision = propose(api, caseId).path("id").asText();
            JsonNode approved = approve(api, "yusuf", decision).orThrow();
            String order = approved.path("orders").path(0).asText();

            // Then the platform receives a signed order, and answers
            WebhookSink.Received call = await().atMost(SOON)
                    .until(() -> platform.first("id.siaga.order.issued.v1", order), Optional::isPresent)
                    .orElseThrow();
            assertTrue(call.signedWith(secret));
            assertFalse(call.signedWith("whsec_" + "A".repeat(43) + "="));
            assertFalse(call.body().contains("audience"), "who else was told is nobody's business");
            JsonNode locator =
                    call.event().path("data").path("order").path("locators").path(0);
            assertTrue(locator.path("url").asText().startsWith("https://youtu.be/"));
            send(api, "google", Call.post(Service.TRIAGE, "/v1/orders/" + order + "/acknowledgement", json("{}")));
            JsonNode answered =
                    send(api, "google", answer(order, locator.path("id").asText()));
            assertEquals("ANSWERED", answered.path("status").asText());

            // and everybody who may know sees it
            await().atMost(SOON).until(() -> itemStatus(api, "kpu", report), "ANSWERED"::equals);
            send(api, "ratna", Call.post(Service.TRIAGE, "/v1/orders/" + order + "/check", json("""
                    {"findings": [{"locatorId": "%s", "finding": "GONE"}]}""".formatted(
                            locator.path("id").asText()))));
            await().atMost(SOON).until(() -> itemStatus(api, "kpu", report), "CLOSED"::equals);
            JsonNode log = send(
                    api,
                    "google",
                    Call.get(
                            Service.NOTIFICATION,
                            "/v1/endpoints/" + endpoint.path("id").asText() + "/attempts"));
            assertEquals(
                    "SUCCEEDED", log.path("attempts").path(0).path("status").asText());
        }
    }

    @Test
    void decidingTakesTwoPersonsWhoMayDecide(Api api) throws Exception {
        String report = send(api, "bawaslu", post(Service.INTAKE, "/v1/reports", REPORT.formatted(video())))
                .path("id")
                .asText();
        String caseId = caseOf(api, report);
        assess(api, caseId);

        Answer withoutBasis = api.send(api.suite().identity("ratna"), decision(caseId, """
                {"kind": "ORDER", "reasons": "Misleading."}"""));
        assertEquals(400, withoutBasis.status());
        assertTrue(
                withoutBasis.body().toString().contains("/legalBasis"),
                withoutBasis.body().toString());

        String decision = propose(api, caseId).path("id").asText();
        assertEquals(403, approve(api, "komdigi", decision).status(), "a reporter's client cannot approve");
        assertEquals(403, approve(api, "dimas", decision).status(), "an officer cannot approve");
        assertEquals(
                409,
                approve(api, "wulan", decision).status(),
                "election content needs an approver of another organisation");
        assertEquals(200, approve(api, "yusuf", decision).status());
        assertEquals(409, approve(api, "yusuf", decision).status(), "what is approved is approved");
    }

    @Test
    void whatBelongsToAnotherPartyIsNotFound(Api api) throws Exception {
        String report = send(api, "kpu", post(Service.INTAKE, "/v1/reports", REPORT.formatted(video())))
                .path("id")
                .asText();
        String endpoint = send(api, "tiktok", post(Service.NOTIFICATION, "/v1/endpoints", """
                        {"url": "http://127.0.0.1:9/hooks", "eventTypes": ["report.status-changed"]}"""))
                .path("id")
                .asText();

        assertEquals(404, status(api, "komdigi", Call.get(Service.INTAKE, "/v1/reports/" + report)));
        assertEquals(404, status(api, "meta", Call.get(Service.NOTIFICATION, "/v1/endpoints/" + endpoint)));
        assertEquals(404, status(api, "meta", Call.delete(Service.NOTIFICATION, "/v1/endpoints/" + endpoint)));
        assertEquals(404, status(api, "meta", Call.get(Service.TRIAGE, "/v1/orders/" + UUID.randomUUID())));
        assertEquals(403, status(api, "meta", Call.get(Service.TRIAGE, "/v1/cases")));
    }

    @Test
    void aTokenOpensOnlyTheServiceItWasAskedFor(Api api) throws Exception {
        String intakeToken = RawTokens.of(api.suite(), "komdigi", "intake");

        assertEquals(200, status(api, Service.INTAKE, "/v1/reports", intakeToken));
        assertEquals(401, status(api, Service.TRIAGE, "/v1/orders", intakeToken));
        assertEquals(401, status(api, Service.NOTIFICATION, "/v1/endpoints", intakeToken));
        assertEquals(401, status(api, Service.INTAKE, "/v1/reports", ""));
        assertEquals(401, status(api, Service.INTAKE, "/v1/reports", intakeToken.substring(0, 40)));
        assertEquals(
                401,
                status(api, Service.INTAKE, "/v1/reports", RawTokens.of(api.suite(), "komdigi", "")),
                "a token without audience");
    }

    private static int status(Api api, Service service, String path, String token)
            throws IOException, InterruptedException {
        URI uri = api.suite().resolve(service, path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** The case that holds the report, as an officer finds it in the queue. */
    private static String caseOf(Api api, String report) {
        return await().atMost(SOON)
                .until(
                        () -> {
                            JsonNode queue =
                                    send(api, "ratna", Call.get(Service.TRIAGE, "/v1/cases?status=NEW&limit=200"));
                            for (JsonNode entry : queue.path("cases")) {
                                String id = entry.path("id").asText();
                                JsonNode view = send(api, "ratna", Call.get(Service.TRIAGE, "/v1/cases/" + id));
                                if (view.path("reports")
                                        .findValuesAsText("reportId")
                                        .contains(report)) {
                                    return Optional.of(id);
                                }
                            }
                            return Optional.<String>empty();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void assess(Api api, String caseId) {
        send(api, "ratna", Call.post(Service.TRIAGE, "/v1/cases/" + caseId + "/assessment", json("""
                {"category": "election-hoax", "severity": "HIGH", "flags": [], "finding": "False closing time."}""")));
    }

    private static JsonNode propose(Api api, String caseId) {
        return send(api, "ratna", decision(caseId, ORDER));
    }

    private static Call decision(String caseId, String body) {
        return post(Service.TRIAGE, "/v1/cases/" + caseId + "/decisions", body);
    }

    private static Answer approve(Api api, String who, String decision) {
        return api.send(
                api.suite().identity(who),
                Call.post(Service.TRIAGE, "/v1/decisions/" + decision + "/approval", json("{}")));
    }

    private static Call answer(String order, String locator) {
        return Call.post(
                Service.TRIAGE, "/v1/orders/" + order + "/answer", json("""
                {"results": [{"locatorId": "%s", "result": "REMOVED", "territories": ["ID"], "actedAt": "%s",
                 "ground": "Terms of service, elections", "reference": "YT-1"}]}""".formatted(locator, Instant.now())));
    }

    private static String itemStatus(Api api, String party, String report) {
        return send(api, party, Call.get(Service.INTAKE, "/v1/reports/" + report))
                .path("items")
                .path(0)
                .path("status")
                .asText();
    }

    private static String video() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 11);
    }

    private static int status(Api api, String who, Call call) {
        return api.send(api.suite().identity(who), call).status();
    }

    private static JsonNode send(Api api, String who, Call call) {
        return api.send(api.suite().identity(who), call).orThrow();
    }

    private static Call post(Service service, String path, String body) {
        return Call.post(service, path, json(body)).once(UUID.randomUUID().toString());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException exception) {
            throw new IllegalArgumentException(exception);
        }
    }
}
