// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision.competence;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
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
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The competence register, and what is decided by it. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CompetenceResourceTest {

    @Test
    void anOrderIsMadeInTheNameOfWhoHasThePower() {
        // Given
        String law = aLaw();
        ReportFixture report = aReport();
        UUID id = Desk.anAssessedCase(report, "fraud");
        order(id, law).statusCode(400).body("errors.pointer", contains("/authority/party"));
        Desk.aCompetence(law, "9(3)", null);
        // When
        String decision = order(id, law).statusCode(201).extract().path("id");
        String order =
                Desk.approve(Desk.yusuf(), decision).statusCode(200).extract().path("orders[0]");
        // Then the platform reads whose order it is
        Desk.platform("google")
                .get("/v1/orders/{id}", order)
                .then()
                .body(
                        "instrument", equalTo("ORDER"),
                        "authority.party", equalTo("komdigi"),
                        "authority.fileReference", equalTo("B-1201/2026"),
                        "terms", nullValue());
        JsonNode told = Desk.events("triage.order.v1", "order.issued", order, 1).getFirst();
        assertEquals("komdigi", told.at("/order/authority/party").asText());
    }

    @Test
    void aPowerThatEndedBeforeTheApprovalOrdersNothing() {
        // Given
        String law = aLaw();
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        String competence = Desk.aCompetence(law, "9(3)", null);
        String decision = order(id, law).statusCode(201).extract().path("id");
        // When
        end(competence)
                .statusCode(200)
                .body("ended.reason", equalTo("Repealed."), "ended.by", equalTo("siaga-ops/service-siaga-ops"));
        // Then
        Desk.approve(Desk.yusuf(), decision)
                .statusCode(409)
                .body(
                        "type", equalTo("urn:siaga:problem:incomplete-decision"),
                        "errors.pointer", contains("/authority/party"));
        String firstEnd = end(competence).statusCode(200).extract().path("ended.at");
        assertEquals(firstEnd, entry(competence).extract().path("validUntil"), "it ends once");
        operator()
                .queryParam("valid", true)
                .queryParam("limit", 200)
                .get("/v1/competences")
                .then()
                .body("competences.id", not(hasItem(competence)));
        operator().queryParam("limit", 200).get("/v1/competences").then().body("competences.id", hasItem(competence));
    }

    @Test
    void aPowerOfTomorrowOrdersNothingToday() {
        String law = aLaw();
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        operator()
                .body(Map.of(
                        "party", "komdigi",
                        "instrument", law,
                        "article", "9(3)",
                        "validFrom", "2999-01-01T00:00:00Z",
                        "source", "A bill."))
                .post("/v1/competences")
                .then()
                .statusCode(201);
        order(id, law).statusCode(400).body("errors.pointer", contains("/authority/party"));
    }

    @Test
    void anEntryForAHoaxDoesWhatACourtsRulingDoes() {
        String law = aLaw();
        UUID id = Desk.anAssessedCase(aReport(), "hoax");
        Desk.aCompetence(law, "9(3)", null);
        order(id, law).statusCode(400).body("errors.pointer", contains("/legalBasis/courtRuling"));
        Desk.aCompetence(law, "9(3)", "hoax");
        order(id, law).statusCode(201);
    }

    @Test
    void aReferralStandsOnThePlatformsTermsAndNotOnTheLaw() {
        // Given
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        Desk.propose(Desk.ratna(), id, "REFERRAL")
                .statusCode(400)
                .body("errors.pointer", contains("/terms", "/legalBasis"));
        // When
        String decision = Desk.propose(Desk.ratna(), id, "REFERRAL", "\"terms\": \"Scams and fraud, section 3\"")
                .statusCode(201)
                .extract()
                .path("id");
        String order =
                Desk.approve(Desk.yusuf(), decision).statusCode(200).extract().path("orders[0]");
        // Then
        Desk.platform("google")
                .get("/v1/orders/{id}", order)
                .then()
                .body(
                        "terms",
                        equalTo("Scams and fraud, section 3"),
                        "legalBasis",
                        nullValue(),
                        "authority",
                        nullValue());
    }

    @Test
    void theDatabaseToleratesNoOrderWithoutItsAuthority() {
        Desk.aCompetence("Permenkominfo 5/2020", "9(3)", null);
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        String decision = Desk.aProposal(id, "ORDER");
        Throwable refused = assertThrows(
                IllegalStateException.class,
                () -> Desk.query("update decision set authority = null where id = ?::uuid returning id", decision));
        assertTrue(String.valueOf(refused.getMessage()).contains("decision_names_its_power"));
    }

    @Test
    void whatCanNeverBeAPowerIs400AtItsPlace() {
        operator()
                .body(Map.of(
                        "party", "komdigi",
                        "instrument", "UU 1/2024",
                        "article", "28",
                        "category", "bad-manners",
                        "validFrom", "2024-01-02T00:00:00Z",
                        "validUntil", "2024-01-02T00:00:00Z",
                        "source", "Lembaran Negara 2024/1"))
                .post("/v1/competences")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/category", "/validUntil"));
        operator().get("/v1/competences/{id}", UUID.randomUUID()).then().statusCode(404);
        operator()
                .queryParam("cursor", "nonsense")
                .get("/v1/competences")
                .then()
                .statusCode(400);
    }

    @Test
    void theRegisterComesInPages() {
        String first = Desk.aCompetence(aLaw(), "1", null);
        String second = Desk.aCompetence(aLaw(), "2", "fraud");
        ValidatableResponse page = operator()
                .queryParam("party", "komdigi")
                .queryParam("limit", 1)
                .get("/v1/competences")
                .then()
                .body("competences.id", contains(second));
        operator()
                .queryParam("limit", 1)
                .queryParam("cursor", page.extract().<String>path("next"))
                .get("/v1/competences")
                .then()
                .body("competences.id", contains(first));
        operator()
                .queryParam("category", "fraud")
                .get("/v1/competences")
                .then()
                .body("competences.id", hasItem(second), "competences.id", not(hasItem(first)));
    }

    private static RequestSpecification operator() {
        return Desk.as(Tokens.forClient("siaga-ops", "operator"));
    }

    private static ValidatableResponse entry(String competence) {
        return operator().get("/v1/competences/{id}", competence).then().statusCode(200);
    }

    private static ValidatableResponse end(String competence) {
        return operator()
                .body("{\"reason\": \"Repealed.\"}")
                .post("/v1/competences/{id}/end", competence)
                .then();
    }

    private static ValidatableResponse order(UUID caseId, String law) {
        return Desk.propose(Desk.ratna(), caseId, "ORDER", Desk.GROUNDS.replace("Permenkominfo 5/2020", law));
    }

    /** A law under which nobody has any power yet. */
    private static String aLaw() {
        return "Law " + UUID.randomUUID();
    }
}
