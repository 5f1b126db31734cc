// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import static id.siaga.triage.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A platform, or the owner of content, appeals; somebody who took no part decides. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class AppealResourceTest {

    @Test
    void anOwnerAppealsByTheCodeOfTheNoticeAndIsRight() {
        // Given
        ReportFixture report = aReport();
        String order = Desk.anOrder(report);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        String code = Desk.platform("google").get("/v1/orders/{id}", order).path("appealCode");
        // When
        String appeal = asOwner(code, "It is my own drawing.")
                .statusCode(200)
                .body("status", equalTo("RECEIVED"), "answer", nullValue())
                .extract()
                .path("id");
        decide(sari(), appeal, "UPHELD", "It is satire.")
                .statusCode(200)
                .body(
                        "status",
                        equalTo("UPHELD"),
                        "decidedBy",
                        equalTo("bssn/sari"),
                        "appellant",
                        equalTo("CONTENT_OWNER"));
        // Then the order is withdrawn, the decision reversed, and everybody concerned is told
        Desk.platform("google").get("/v1/orders/{id}", order).then().body("status", equalTo("WITHDRAWN"));
        UUID caseId = Desk.caseOf(report);
        Desk.ratna()
                .get("/v1/cases/{id}", caseId)
                .then()
                .body("status", equalTo("IN_REVIEW"), "decisions.status", contains("REVERSED"));
        given().contentType("application/json")
                .body(Map.of("code", code))
                .post("/v1/owner-appeals/lookup")
                .then()
                .statusCode(200)
                .body("appeals.answer", contains("It is satire."), "appeals.decidedBy", contains(nullValue()));
        JsonNode told =
                Desk.events("triage.case.v1", "appeal.received", caseId, 1).getFirst();
        assertFalse(told.toString().contains("drawing"), "what an owner states is told to nobody");
        assertEquals(
                "UPHELD",
                Desk.events("triage.case.v1", "appeal.decided", caseId, 1)
                        .getFirst()
                        .get("status")
                        .asText());
        assertEquals(
                1, Desk.events("triage.order.v1", "order.withdrawn", order, 1).size());
    }

    @Test
    void aRejectedAppealChangesNothingElse() {
        String order = Desk.anOrder(aReport());
        String appeal = Desk.anAppeal("google", order);
        decide(sari(), appeal, "REJECTED", "It collects bank details.").statusCode(200);
        Desk.platform("google").get("/v1/orders/{id}", order).then().body("status", equalTo("ISSUED"));
        Desk.platform("google")
                .get("/v1/orders/{id}/appeals", order)
                .then()
                .body("appeals.status", contains("REJECTED"), "appeals.answer", contains("It collects bank details."));
        decide(sari(), appeal, "UPHELD", "Or not.")
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:illegal-transition"), "state", equalTo("REJECTED"));
        Desk.platform("google").get("/v1/orders/{id}", order).then().body("status", equalTo("ISSUED"));
    }

    @Test
    void whoTookPartInTheCaseDoesNotDecide() {
        String appeal = Desk.anAppeal("google", Desk.anOrder(aReport()));
        decide(Desk.yusuf(), appeal, "REJECTED", "No.")
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:took-part"));
        decide(Desk.as(Tokens.forPerson("posko", "ratna", "approver")), appeal, "REJECTED", "No.")
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:took-part"));
        decide(Desk.as(Tokens.forClient("bssn", "approver")), appeal, "REJECTED", "No.")
                .statusCode(403);
        decide(sari(), appeal, "REJECTED", "No.").statusCode(200);
    }

    @Test
    void whileOneWaitsAnotherIsTheSame() {
        String order = Desk.anOrder(aReport());
        String code = Desk.platform("google").get("/v1/orders/{id}", order).path("appealCode");
        String first = asOwner(code, "It is mine.").extract().path("id");
        assertEquals(first, asOwner(code, "Again: it is mine.").extract().path("id"));
        String platforms = Desk.anAppeal("google", order);
        assertNotEquals(first, platforms);
        decide(sari(), first, "REJECTED", "No.").statusCode(200);
        assertNotEquals(
                first, asOwner(code, "It is mine, here is the proof.").extract().path("id"));
        assertEquals(
                List.of("2"),
                Desk.query(
                        "select count(*) from appeal where order_id = ?::uuid and appellant = 'CONTENT_OWNER'", order));
    }

    @Test
    void twoUpheldAppealsUndoOnce() {
        String order = Desk.anOrder(aReport());
        String code = Desk.platform("google").get("/v1/orders/{id}", order).path("appealCode");
        String owners = asOwner(code, "It is mine.").extract().path("id");
        String platforms = Desk.anAppeal("google", order);
        decide(sari(), owners, "UPHELD", "Right.").statusCode(200);
        decide(sari(), platforms, "UPHELD", "Right.").statusCode(409);
        decide(Desk.as(Tokens.forPerson("bssn", "putu", "approver")), platforms, "UPHELD", "Right.")
                .statusCode(200);
        assertEquals(
                1, Desk.events("triage.order.v1", "order.withdrawn", order, 1).size());
    }

    @Test
    void theDeskSeesWhatWaits() {
        String waits = Desk.anAppeal("google", Desk.anOrder(aReport()));
        String decided = Desk.anAppeal("google", Desk.anOrder(aReport()));
        decide(sari(), decided, "REJECTED", "No.").statusCode(200);
        Desk.ratna()
                .queryParam("status", "RECEIVED")
                .get("/v1/appeals")
                .then()
                .body("appeals.id", hasItem(waits), "appeals.id", not(hasItem(decided)));
        ValidatableResponse page =
                Desk.ratna().queryParam("limit", 1).get("/v1/appeals").then().body("appeals.id", contains(decided));
        Desk.ratna()
                .queryParam("limit", 1)
                .queryParam("cursor", page.extract().<String>path("next"))
                .get("/v1/appeals")
                .then()
                .body("appeals.id", contains(waits));
    }

    @Test
    void anotherPlatformsOrderIsNotThere() {
        String order = Desk.anOrder(aReport());
        Desk.platform("tiktok")
                .body("{\"statement\": \"Hm.\"}")
                .post("/v1/orders/{id}/appeals", order)
                .then()
                .statusCode(404);
        Desk.platform("tiktok").get("/v1/orders/{id}/appeals", order).then().statusCode(404);
        asOwner("of no order", "Hm.").statusCode(404);
    }

    private static ValidatableResponse asOwner(String code, String statement) {
        return given().contentType("application/json")
                .body(Map.of("code", code, "statement", statement))
                .post("/v1/owner-appeals")
                .then();
    }

    private static RequestSpecification sari() {
        return Desk.as(Tokens.forPerson("bssn", "sari", "approver"));
    }

    private static ValidatableResponse decide(RequestSpecification who, String appeal, String verdict, String answer) {
        return who.body(Map.of("verdict", verdict, "answer", answer))
                .post("/v1/appeals/{id}/verdict", appeal)
                .then();
    }
}
