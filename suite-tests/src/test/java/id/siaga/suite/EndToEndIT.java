// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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

    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    void aReportBecomesAnOrderAndItsOutcomeReachesTheReporter(Api api) throws Exception {
        ElectionDesk desk = new ElectionDesk(api);
        try (WebhookSink platform = new WebhookSink()) {
            // Given a platform that listens
            JsonNode endpoint = desk.send(
                    "google", ElectionDesk.post(Service.NOTIFICATION, "/v1/endpoints", """
                    {"url": "%s", "eventTypes": ["order.*"], "description": "end to end"}""".formatted(platform.url())));
            String secret = endpoint.path("secret").asText();
            await().atMost(SOON)
                    .until(
                            () -> desk.send(
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
            String report = desk.report("kpu", ElectionDesk.video());
            String order = desk.order(report);

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
            desk.send(
                    "google",
                    Call.post(Service.TRIAGE, "/v1/orders/" + order + "/acknowledgement", ElectionDesk.json("{}")));
            JsonNode answered =
                    desk.send("google", answer(order, locator.path("id").asText()));
            assertEquals("ANSWERED", answered.path("status").asText());

            // and everybody who may know sees it
            await().atMost(SOON).until(() -> itemStatus(desk, "kpu", report), "ANSWERED"::equals);
            desk.send(
                    "ratna",
                    Call.post(Service.TRIAGE, "/v1/orders/" + order + "/check", ElectionDesk.json("""
                    {"findings": [{"locatorId": "%s", "finding": "GONE"}]}""".formatted(
                                    locator.path("id").asText()))));
            await().atMost(SOON).until(() -> itemStatus(desk, "kpu", report), "CLOSED"::equals);
            JsonNode log = desk.send(
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
        ElectionDesk desk = new ElectionDesk(api);
        String report = desk.report("bawaslu", ElectionDesk.video());
        String caseId = desk.caseOf(report);
        desk.assess(caseId);

        Answer withoutBasis = api.send(api.suite().identity("ratna"), desk.decision(caseId, """
                {"kind": "ORDER", "reasons": "Misleading."}"""));
        assertEquals(400, withoutBasis.status());
        assertTrue(
                withoutBasis.body().toString().contains("/legalBasis"),
                withoutBasis.body().toString());

        String decision = desk.propose(caseId).path("id").asText();
        assertEquals(403, desk.approve("komdigi", decision).status(), "a reporter's client cannot approve");
        assertEquals(403, desk.approve("dimas", decision).status(), "an officer cannot approve");
        assertEquals(
                409,
                desk.approve("wulan", decision).status(),
                "election content needs an approver of another organisation");
        assertEquals(200, desk.approve("yusuf", decision).status());
        assertEquals(409, desk.approve("yusuf", decision).status(), "what is approved is approved");
    }

    @Test
    void whatBelongsToAnotherPartyIsNotFound(Api api) throws Exception {
        ElectionDesk desk = new ElectionDesk(api);
        String report = desk.report("kpu", ElectionDesk.video());
        String endpoint = desk.send("tiktok", ElectionDesk.post(Service.NOTIFICATION, "/v1/endpoints", """
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

    private static Call answer(String order, String locator) {
        return Call.post(Service.TRIAGE, "/v1/orders/" + order + "/answer", ElectionDesk.json("""
                {"results": [{"locatorId": "%s", "result": "REMOVED", "territories": ["ID"], "actedAt": "%s",
                 "ground": "Terms of service, elections", "reference": "YT-1"}]}""".formatted(
                        locator, Instant.now())));
    }

    private static String itemStatus(ElectionDesk desk, String party, String report) {
        return desk.send(party, Call.get(Service.INTAKE, "/v1/reports/" + report))
                .path("items")
                .path(0)
                .path("status")
                .asText();
    }

    private static int status(Api api, String who, Call call) {
        return api.send(api.suite().identity(who), call).status();
    }
}
