// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import static id.siaga.triage.ReportFixture.aReport;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where lives are at stake an order is issued at once, and stands only when a second person approves it in time. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class OverrideResourceTest {

    private static final String LAW = "Permenkominfo 5/2020";

    @Inject
    TestClock clock;

    @Inject
    EndOverrides overrides;

    @BeforeEach
    void somebodyIsCompetent() {
        Desk.aCompetence(LAW, "9(3)", null);
    }

    @Test
    void theOrderIsIssuedAtOnceAndWaitsForItsReview() {
        UUID id = anEmergency();
        String decision = override(Desk.wulan(), id)
                .statusCode(201)
                .body(
                        "status", equalTo("PROPOSED"),
                        "override.reason", equalTo("He names the school and the hour."),
                        "override.reviewBy", notNullValue(),
                        "orders", hasSize(1))
                .extract()
                .path("id");
        assertEquals("ISSUED", orderStatus(decision));
        assertEquals("DECIDED", caseStatus(id));
        // Its review is an approval as any other, after which it is one
        Desk.approve(Desk.wulan(), decision).statusCode(409).body("type", equalTo("urn:siaga:problem:own-proposal"));
        Desk.approve(Desk.yusuf(), decision).statusCode(200).body("status", equalTo("APPROVED"), "orders", hasSize(1));
        assertEquals("ISSUED", orderStatus(decision));
    }

    @Test
    void whatCanWaitForASecondPersonWaits() {
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        override(Desk.wulan(), id).statusCode(409).body("type", equalTo("urn:siaga:problem:no-emergency"));
        UUID reported = Desk.anAssessedCase(aReport().from("posko"), "threat-to-life");
        override(Desk.wulan(), reported)
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:organisation-reported"));
        override(Desk.ratna(), anEmergency()).statusCode(403);
    }

    @Test
    void aCaseIsNotClosedBeforeItsReview() {
        // Given
        UUID id = anEmergency();
        String decision = override(Desk.wulan(), id).statusCode(201).extract().path("id");
        String order = order(decision);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        // When
        Desk.check(order).statusCode(200);
        // Then
        assertEquals("CLOSED", orderStatus(decision));
        assertEquals("DECIDED", caseStatus(id));
        Desk.approve(Desk.yusuf(), decision).statusCode(200);
        assertEquals("CLOSED", caseStatus(id));
    }

    @Test
    void whatNobodyApprovedWithinADayIsWithdrawn() {
        // Given
        UUID id = anEmergency();
        String decision = override(Desk.wulan(), id).statusCode(201).extract().path("id");
        UUID reviewed = anEmergency();
        String approved =
                override(Desk.wulan(), reviewed).statusCode(201).extract().path("id");
        Desk.approve(Desk.yusuf(), approved).statusCode(200);
        // When
        clock.advance(Duration.ofHours(25));
        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> decisionStatus(decision), "RETURNED"::equals);
        assertEquals("WITHDRAWN", orderStatus(decision));
        assertEquals("IN_REVIEW", caseStatus(id));
        Desk.ratna().get("/v1/decisions/{id}", decision).then().body("returnedBy", equalTo("siaga"));
        Desk.approve(Desk.yusuf(), decision).statusCode(409).body("state", equalTo("RETURNED"));
        assertEquals("APPROVED", decisionStatus(approved));
        assertEquals("ISSUED", orderStatus(approved));
        assertEquals(0, overrides.endDue());
    }

    @Test
    void whatIsReturnedIsWithdrawn() {
        UUID id = anEmergency();
        String decision = override(Desk.wulan(), id).statusCode(201).extract().path("id");
        Desk.yusuf()
                .body("{\"reason\": \"It is a line of a song.\"}")
                .post("/v1/decisions/{id}/return", decision)
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"));
        assertEquals("WITHDRAWN", orderStatus(decision));
        assertEquals("IN_REVIEW", caseStatus(id));
        Desk.aProposal(id, "DISMISS");
    }

    @Test
    void aReversalOfWhatNobodyApprovedChangesNothing() {
        String decision =
                override(Desk.wulan(), anEmergency()).statusCode(201).extract().path("id");
        Desk.yusuf()
                .body("{\"reason\": \"Wrong.\"}")
                .post("/v1/decisions/{id}/reversal", decision)
                .then()
                .statusCode(409)
                .body("state", equalTo("PROPOSED"));
        assertEquals("ISSUED", orderStatus(decision));
    }

    @Test
    void theDatabaseToleratesNoOverrideWithoutItsReview() {
        String decision =
                override(Desk.wulan(), anEmergency()).statusCode(201).extract().path("id");
        Throwable refused = assertThrows(
                IllegalStateException.class,
                () -> Desk.query("update decision set review_by = null where id = ?::uuid returning id", decision));
        assertTrue(String.valueOf(refused.getMessage()).contains("decision_override_is_reviewed"));
    }

    private static UUID anEmergency() {
        return Desk.anAssessedCase(aReport().category("threat-to-life"), "threat-to-life");
    }

    private static ValidatableResponse override(RequestSpecification who, UUID id) {
        return who.body("""
                {"decision": {"kind": "ORDER", "reasons": "It threatens a child.", %s, %s},
                 "emergency": "He names the school and the hour."}""".formatted(Desk.AUTHORITY, Desk.GROUNDS))
                .post("/v1/cases/{id}/overrides", id)
                .then();
    }

    private static String order(String decision) {
        return Desk.query("select id from orders where decision_id = ?::uuid", decision)
                .getFirst();
    }

    private static String orderStatus(String decision) {
        return Desk.query("select status from orders where decision_id = ?::uuid", decision)
                .getFirst();
    }

    private static String decisionStatus(String decision) {
        return Desk.query("select status from decision where id = ?::uuid", decision)
                .getFirst();
    }

    private static String caseStatus(UUID id) {
        return Desk.query("select status from case_file where id = ?", id).getFirst();
    }
}
