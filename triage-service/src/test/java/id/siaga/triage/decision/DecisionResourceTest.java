// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import static id.siaga.triage.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Assessment and decisions through the API: four eyes, grounds, flags. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class DecisionResourceTest {

    @Test
    void aTokenThatProvesNothingIs401() {
        given().get("/v1/cases").then().statusCode(401);
        for (String token : List.of(
                "not.a.token",
                Tokens.forPerson("posko", "ratna", "officer") + "x",
                Tokens.expired("posko", "officer"),
                Tokens.foreignAudience("posko", "officer"))) {
            Desk.as(token)
                    .get("/v1/cases")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:siaga:problem:unauthenticated"));
        }
    }

    @Test
    void anAssessmentPutsTheCaseInReviewAndMayBeRepeated() {
        // Given
        ReportFixture report = aReport();
        UUID id = Desk.aCase(report);
        // When
        Desk.assess(id, "hoax")
                .statusCode(200)
                .body("status", equalTo("IN_REVIEW"), "assessment.by", equalTo("posko/ratna"));
        Desk.assess(id, "hate-speech").statusCode(200).body("category", equalTo("hate-speech"));
        // Then
        List<JsonNode> told = Desk.events("triage.link.v1", "item.status-changed", report.reportId(), 2);
        assertEquals("IN_REVIEW", told.get(1).get("status").asText());
        assertEquals(2, Desk.events("triage.case.v1", "case.assessed", id, 2).size());
    }

    @Test
    void anUnknownCategoryOrFlagIs400AtItsPlace() {
        Desk.ratna()
                .body("""
                        {"category": "bad-manners", "severity": "LOW", "flags": ["rude"], "finding": "Hm."}""")
                .post("/v1/cases/{id}/assessment", UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/category", "/flags/0"));
    }

    @Test
    void malformedJsonIs400() {
        Desk.ratna()
                .body("{\"kind\": ")
                .post("/v1/cases/{id}/decisions", UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:siaga:problem:malformed-json"));
    }

    @Test
    void anOrderWithoutGroundsIs400NamingThem() {
        // Given
        UUID id = Desk.anAssessedCase(aReport(), "hoax");
        // When
        Desk.ratna()
                .body("{\"kind\": \"ORDER\", \"reasons\": \"It does harm.\"}")
                .post("/v1/cases/{id}/decisions", id)
                .then()
                // Then
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        contains("/legalBasis", "/proportionality", "/redress", "/territorialScope", "/authority"));
    }

    @Test
    void anOrderAboutAHoaxNeedsACourtsRuling() {
        UUID id = Desk.anAssessedCase(aReport(), "hoax");
        Desk.aCompetence("Permenkominfo 5/2020", "9(3)", null);
        Desk.propose(Desk.ratna(), id, "ORDER")
                .statusCode(400)
                .body("errors.pointer", contains("/legalBasis/courtRuling"));
    }

    @Test
    void aFlaggedCaseNeedsTheLighterMeasure() {
        UUID id = Desk.anAssessedCase(aReport().flagged("satire"), "fraud");
        Desk.ratna()
                .body("{\"kind\": \"REFERRAL\", \"reasons\": \"Please look at it.\", \"terms\": \"Spam, 2\"}")
                .post("/v1/cases/{id}/decisions", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/lighterMeasure"));
    }

    @Test
    void aTextThatIsNowhereCannotBeOrderedAway() {
        UUID id = Desk.anAssessedCase(aReport().aboutText("Sebarkan! " + ReportFixture.aVideo()), "fraud");
        Desk.propose(Desk.ratna(), id, "NOTICE").statusCode(409).body("type", equalTo("urn:siaga:problem:no-locator"));
    }

    @Test
    void aCaseThatNobodyAssessedCannotBeDecided() {
        UUID id = Desk.aCase(aReport());
        Desk.propose(Desk.ratna(), id, "DISMISS")
                .statusCode(409)
                .body(
                        "type", equalTo("urn:siaga:problem:illegal-transition"),
                        "state", equalTo("NEW"),
                        "allowed", contains("IN_REVIEW", "MERGED"));
    }

    @Test
    void onlyOneProposalWaitsAtATime() {
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        Desk.aProposal(id, "NOTICE");
        Desk.propose(Desk.ratna(), id, "DISMISS")
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:decision-pending"));
    }

    @Test
    void nobodyApprovesTheirOwnProposal() {
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        String decision = Desk.propose(Desk.wulan(), id, "NOTICE")
                .statusCode(201)
                .extract()
                .path("id");
        Desk.approve(Desk.wulan(), decision).statusCode(409).body("type", equalTo("urn:siaga:problem:own-proposal"));
        Desk.approve(Desk.yusuf(), decision).statusCode(200).body("status", equalTo("APPROVED"));
    }

    @Test
    void theDatabaseToleratesNoApproverWhoProposed() {
        String decision = Desk.aProposal(Desk.anAssessedCase(aReport(), "fraud"), "NOTICE");
        Throwable refused = assertThrows(
                IllegalStateException.class,
                () -> Desk.query(
                        "update decision set status = 'APPROVED', approved_by = proposed_by,"
                                + " approved_by_party = 'bssn', approved_at = now() where id = ?::uuid returning id",
                        decision));
        assertTrue(String.valueOf(refused.getMessage()).contains("decision_four_eyes"));
    }

    @Test
    void aClientIsNoPerson() {
        String decision = Desk.aProposal(Desk.anAssessedCase(aReport(), "fraud"), "NOTICE");
        Desk.approve(Desk.as(Tokens.forClient("bssn", "approver")), decision)
                .statusCode(403)
                .body("type", equalTo("urn:siaga:problem:forbidden"));
    }

    @Test
    void anOrganisationThatReportedDoesNotApprove() {
        String decision = Desk.aProposal(Desk.anAssessedCase(aReport().from("bssn"), "fraud"), "NOTICE");
        Desk.approve(Desk.yusuf(), decision)
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:organisation-reported"));
    }

    @Test
    void aFlaggedCaseNeedsAnotherOrganisation() {
        String decision = Desk.aProposal(Desk.anAssessedCase(aReport().flagged("journalism"), "fraud"), "NOTICE");
        Desk.approve(Desk.wulan(), decision)
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:same-organisation"));
        Desk.approve(Desk.yusuf(), decision).statusCode(200).body("orders", hasSize(1));
    }

    @Test
    void aRepeatedRequestProposesOnce() {
        // Given
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        String body = "{\"kind\": \"DISMISS\", \"reasons\": \"Nothing is wrong.\"}";
        String key = UUID.randomUUID().toString();
        String token = Tokens.forPerson("posko", "ratna", "officer");
        // When
        List<String> ids = List.of(1, 2).stream()
                .map(i -> given().auth()
                        .oauth2(token)
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(body)
                        .post("/v1/cases/{id}/decisions", id)
                        .then()
                        .statusCode(201)
                        .header("Location", containsString("/v1/decisions/"))
                        .extract()
                        .<String>path("id"))
                .toList();
        // Then
        assertEquals(ids.get(0), ids.get(1));
        Desk.ratna().get("/v1/cases/{id}", id).then().body("decisions", hasSize(1));
    }

    @Test
    void aReturnedProposalMakesRoomForAnother() {
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        String decision = Desk.aProposal(id, "NOTICE");
        Desk.wulan()
                .body("{\"reason\": \"Too wide.\"}")
                .post("/v1/decisions/{id}/return", decision)
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"), "returnReason", equalTo("Too wide."));
        Desk.approve(Desk.yusuf(), decision).statusCode(409).body("state", equalTo("RETURNED"));
        Desk.aProposal(id, "DISMISS");
    }

    @Test
    void aDismissedCaseIsClosedAndARepeatReportLearnsItAtOnce() {
        // Given
        ReportFixture report = aReport();
        UUID id = Desk.anAssessedCase(report, "fraud");
        Desk.approve(Desk.wulan(), Desk.aProposal(id, "DISMISS")).statusCode(200);
        ReportFixture repeat = aReport().from("kpu").with("x", "y");
        repeat.about("youtube", "video", report.contentKey().split(":", 3)[2]);
        // When
        assertEquals(id, Desk.aCase(repeat));
        // Then
        Desk.ratna().get("/v1/cases/{id}", id).then().body("status", equalTo("CLOSED"), "reports", hasSize(2));
        JsonNode told = Desk.events("triage.link.v1", "item.status-changed", repeat.reportId(), 1)
                .getFirst();
        assertEquals("DISMISSED", told.get("status").asText());
        assertEquals("It does harm.", told.get("reason").asText());
        assertEquals(1, Desk.events("triage.case.v1", "case.decided", id, 1).size());
        assertEquals(1, Desk.events("triage.case.v1", "case.closed", id, 1).size());
    }

    @Test
    void aClarificationLeavesTheCaseInReviewAndAsksTheReporters() {
        // Given
        ReportFixture report = aReport();
        UUID id = Desk.anAssessedCase(report, "fraud");
        // When
        Desk.approve(Desk.wulan(), Desk.aProposal(id, "CLARIFY")).statusCode(200);
        // Then
        Desk.ratna().get("/v1/cases/{id}", id).then().body("status", equalTo("IN_REVIEW"));
        List<JsonNode> told = Desk.events("triage.link.v1", "item.status-changed", report.reportId(), 3);
        assertEquals("It does harm.", told.get(2).get("reason").asText());
        Desk.aProposal(id, "DISMISS");
    }

    @Test
    void theQueueIsUrgentFirstAndComesInPages() {
        // Given
        UUID calm = Desk.aCase(aReport());
        UUID urgent = Desk.aCase(aReport().category("threat-to-life"));
        // When
        List<String> ids = new java.util.ArrayList<>();
        String cursor = null;
        do {
            var request = Desk.ratna().queryParam("status", "NEW").queryParam("limit", 200);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/cases")
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(page.path("cases.id"));
            cursor = page.path("next");
        } while (cursor != null);
        // Then
        assertTrue(ids.indexOf(urgent.toString()) >= 0);
        assertTrue(ids.indexOf(urgent.toString()) < ids.indexOf(calm.toString()));
        assertEquals(ids.size(), ids.stream().distinct().count());
        Desk.ratna().queryParam("cursor", "nonsense").get("/v1/cases").then().statusCode(400);
        Desk.ratna().queryParam("limit", "0").get("/v1/cases").then().statusCode(400);
    }

    @Test
    void whatIsNotThereIs404() {
        UUID nowhere = UUID.randomUUID();
        Desk.ratna().get("/v1/cases/{id}", nowhere).then().statusCode(404);
        Desk.ratna().get("/v1/decisions/{id}", nowhere).then().statusCode(404);
        Desk.assess(nowhere, "fraud").statusCode(404);
        Desk.approve(Desk.wulan(), nowhere.toString()).statusCode(404);
        Desk.ratna().get("/v1/cases/{id}", "no-uuid").then().statusCode(404);
    }
}
