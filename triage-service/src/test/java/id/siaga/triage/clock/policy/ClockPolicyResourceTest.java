// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.triage.Desk;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Limits that an operator sets, each test for a category of its own. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class ClockPolicyResourceTest {

    @Test
    void aMoreSpecificPolicyHoldsForWhatIsStartedFromNowOn() {
        // Given
        UUID before = Desk.anAssessedCase(aReport(), "gambling");
        Desk.aProposal(before, "NOTICE");
        // When
        add("approve-gambling", policy("APPROVE", "gambling", 1800))
                .statusCode(201)
                .header("ETag", equalTo("\"0\""));
        // Then
        UUID after = Desk.anAssessedCase(aReport(), "gambling");
        Desk.aProposal(after, "NOTICE");
        assertEquals(List.of("approve 04:00:00"), limits(before));
        assertEquals(List.of("approve-gambling 00:30:00"), limits(after));
    }

    @Test
    void aPlatformsCommitmentHoldsForItsOrdersOnly() {
        // Given
        Map<String, Object> promise = policy("SERVICE", "extortion", 120);
        promise.put("platform", "tiktok");
        promise.put("source", "TikTok's commitment of 3 October 2024");
        add("service-tiktok", promise).statusCode(201);
        // When
        UUID tiktok = Desk.anAssessedCase(aReport().about("tiktok", "video", "7301234567890123999"), "extortion");
        UUID youtube = Desk.anAssessedCase(aReport(), "extortion");
        Desk.approve(Desk.yusuf(), Desk.aProposal(tiktok, "NOTICE")).statusCode(200);
        Desk.approve(Desk.yusuf(), Desk.aProposal(youtube, "NOTICE")).statusCode(200);
        // Then
        assertEquals(List.of("service-tiktok 00:02:00"), limits(tiktok));
        assertEquals(List.of("service 01:00:00"), limits(youtube));
    }

    @Test
    void onlyWhoHasSeenItChangesItAndWhatItWasStays() {
        // Given
        add("approve-violence", policy("APPROVE", "violence", 1800)).statusCode(201);
        String tag = Desk.sari()
                .get("/v1/clock-policies/approve-violence")
                .then()
                .body("limitSeconds", equalTo(1800))
                .body("instrument", nullValue())
                .extract()
                .header("ETag");
        // When
        change("approve-violence", tag, policy("APPROVE", "violence", 900)).statusCode(200);
        // Then
        change("approve-violence", tag, policy("APPROVE", "violence", 600)).statusCode(412);
        add("approve-violence", policy("APPROVE", "violence", 600)).statusCode(412);
        Desk.sari()
                .body(policy("APPROVE", "violence", 600))
                .put("/v1/clock-policies/approve-violence")
                .then()
                .statusCode(428)
                .body("type", equalTo("urn:siaga:problem:condition-required"));
        Desk.sari()
                .get("/v1/clock-policies/approve-violence/history")
                .then()
                .body("versions.limitSeconds", contains(900, 1800))
                .body("versions.changedBy", contains("siaga-ops/sari", "siaga-ops/sari"))
                .body("versions.reason", contains("It is agreed.", "It is agreed."));
        assertThrows(
                IllegalStateException.class,
                () -> Desk.query(
                        "update clock_policy_version set limit_seconds = 1 where code = 'approve' returning code"));
    }

    @Test
    void nothingIsLeftWithoutALimitNorWithTwo() {
        change("triage", "*", policy("TRIAGE", "fraud", 900))
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:no-limit-left"));
        add("triage-too", unconditional()).statusCode(409).body("type", equalTo("urn:siaga:problem:conditions-taken"));
        change("triage", "*", policy("APPROVE", null, 900)).statusCode(400).body("errors[0].pointer", equalTo("/kind"));
        add("triage-lie", policy("TRIAGE", "lies", 900))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/category"));
        add("Triage", policy("TRIAGE", "fraud", 900)).statusCode(400);
        change("nothing", "*", policy("TRIAGE", "fraud", 900)).statusCode(412);
        Desk.sari()
                .get("/v1/clock-policies?limit=200")
                .then()
                .body("policies.code", hasItems("triage", "triage-short", "act-legal-tco"))
                .body("policies.find { it.code == 'triage' }.limitSeconds", equalTo(14400));
        Desk.sari().get("/v1/clock-policies/none").then().statusCode(404);
    }

    private static Map<String, Object> unconditional() {
        Map<String, Object> policy = policy("TRIAGE", null, 60);
        policy.put("urgent", false);
        return policy;
    }

    private static Map<String, Object> policy(String kind, @Nullable String category, int seconds) {
        Map<String, Object> policy = new HashMap<>();
        policy.put("kind", kind);
        policy.put("limitSeconds", seconds);
        policy.put("afterWait", "RESUME");
        policy.put("source", "desk rule");
        policy.put("reason", "It is agreed.");
        if (category != null) {
            policy.put("category", category);
            policy.put("urgent", false); // one condition more than what came with Siaga
        }
        return policy;
    }

    private static ValidatableResponse add(String code, Map<String, Object> policy) {
        return Desk.sari()
                .header("If-None-Match", "*")
                .body(policy)
                .put("/v1/clock-policies/{code}", code)
                .then();
    }

    private static ValidatableResponse change(String code, String tag, Map<String, Object> policy) {
        return Desk.sari()
                .header("If-Match", tag)
                .body(policy)
                .put("/v1/clock-policies/{code}", code)
                .then();
    }

    /** The policies and limits of the clocks of the case that run. */
    private static List<String> limits(UUID caseId) {
        return Desk.query(
                "select policy || ' ' || (due_at - started_at) from clock where case_id = ? and state = 'RUNNING'",
                caseId);
    }
}
