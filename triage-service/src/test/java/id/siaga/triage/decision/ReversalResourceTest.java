// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.triage.Desk;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was approved can be undone, by somebody who took no part in it. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class ReversalResourceTest {

    @Test
    void itsOrdersAreWithdrawnAndTheCaseIsInReviewAgain() {
        // Given
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        String decision = Desk.aProposal(id, "NOTICE");
        String order = Desk.approve(Desk.yusuf(), decision).extract().path("orders[0]");
        Desk.answer("google", order, "REMOVED").statusCode(200);
        // When
        reverse(sari(), decision)
                .statusCode(200)
                .body(
                        "status", equalTo("REVERSED"),
                        "reversal.by", equalTo("bssn/sari"),
                        "reversal.reason", equalTo("It is a parody, as its title says."));
        // Then
        Desk.ratna().get("/v1/orders/{id}", order).then().body("status", equalTo("WITHDRAWN"));
        Desk.ratna().get("/v1/cases/{id}", id).then().body("status", equalTo("IN_REVIEW"));
        reverse(sari(), decision).statusCode(409).body("state", equalTo("REVERSED"));
        Desk.aProposal(id, "DISMISS");
    }

    @Test
    void whoTookPartDoesNotReverse() {
        UUID id = Desk.anAssessedCase(aReport(), "fraud");
        String decision = Desk.propose(Desk.wulan(), id, "NOTICE")
                .statusCode(201)
                .extract()
                .path("id");
        String order = Desk.approve(Desk.yusuf(), decision).extract().path("orders[0]");
        reverse(Desk.wulan(), decision).statusCode(409).body("type", equalTo("urn:siaga:problem:took-part"));
        reverse(Desk.yusuf(), decision).statusCode(409).body("type", equalTo("urn:siaga:problem:took-part"));
        reverse(Desk.ratna(), decision).statusCode(403);
        Desk.ratna().get("/v1/orders/{id}", order).then().body("status", equalTo("ISSUED"));
        Throwable refused = assertThrows(IllegalStateException.class, () -> Desk.query("""
                        update decision set status = 'REVERSED', reversed_by = approved_by, reversed_by_party = 'bssn',
                               reversed_at = now(), reversal_reason = 'x' where id = ?::uuid returning id""", decision));
        assertTrue(String.valueOf(refused.getMessage()).contains("decision_reversed_by_somebody_else"));
    }

    @Test
    void aDismissalThatIsReversedOpensTheCase() {
        UUID id = Desk.aDismissedCase(aReport());
        String decision =
                Desk.query("select id from decision where case_id = ?", id).getFirst();
        reverse(sari(), decision).statusCode(200);
        assertEquals(
                "IN_REVIEW",
                Desk.query("select status from case_file where id = ?", id).getFirst());
        Desk.aProposal(id, "NOTICE");
    }

    private static RequestSpecification sari() {
        return Desk.as(Tokens.forPerson("bssn", "sari", "approver"));
    }

    private static ValidatableResponse reverse(RequestSpecification who, String decision) {
        return who.body("{\"reason\": \"It is a parody, as its title says.\"}")
                .post("/v1/decisions/{id}/reversal", decision)
                .then();
    }
}
