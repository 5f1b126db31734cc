// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that a platform had dealt with and that is found back. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class ReappearanceTest {

    private static final String NOTE = "The same video can be played again.";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itOpensTheCaseAgainAndOnlyAnotherDecisionAsksAnew(boolean closed) {
        // Given
        ReportFixture report = aReport();
        String order = Desk.anOrder(report);
        UUID caseId = Desk.caseOf(report);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        if (closed) {
            Desk.check(order).body("status", equalTo("CLOSED"));
        }
        // When
        Desk.reappear(order, NOTE)
                .statusCode(200)
                .body(
                        "status", equalTo("REAPPEARED"),
                        "locators[0].reappearedAt", notNullValue(),
                        "history[-1].why", equalTo(NOTE));
        // Then
        Desk.ratna().get("/v1/cases/{id}", caseId).then().body("status", equalTo("IN_REVIEW"));
        assertEquals(
                Desk.locator(order),
                Desk.events("triage.order.v1", "order.reappeared", order, 1)
                        .getFirst()
                        .get("locators")
                        .get(0)
                        .asText());
        Desk.events("triage.case.v1", "case.reopened", caseId, 1);
        assertEquals(
                "IN_REVIEW",
                Desk.events("triage.link.v1", "item.status-changed", report.reportId(), closed ? 6 : 5)
                        .getLast()
                        .get("status")
                        .asText());
        String anew = Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "NOTICE"))
                .statusCode(200)
                .extract()
                .path("orders[0]");
        assertNotEquals(order, anew);
        Desk.answer("google", anew, "REMOVED").statusCode(200);
        Desk.check(anew).statusCode(200);
        Desk.ratna().get("/v1/cases/{id}", caseId).then().body("status", equalTo("CLOSED"));
    }

    @Test
    void theSameAgainChangesNothing() {
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.reappear(order, NOTE).statusCode(200);
        Desk.reappear(order, "Still.").statusCode(200).body("history", hasSize(4));
    }

    @Test
    void onlyWhatWasSaidToBeGoneCanBeBack() {
        // Given
        String order = Desk.anOrder(aReport());
        // When
        Desk.reappear(order, NOTE).statusCode(409).body("state", equalTo("ISSUED"));
        Desk.platform("google")
                .body("""
                        {"results": [{"locatorId": "%s", "result": "REFUSED",
                                      "refusalGround": "LAWFUL"}]}""".formatted(Desk.locator(order)))
                .post("/v1/orders/{id}/answer", order)
                .then()
                .statusCode(200);
        // Then
        Desk.reappear(order, NOTE).statusCode(400).body("errors.pointer", contains("/locators/0"));
        Desk.ratna()
                .body("""
                        {"locators": ["%s"], "note": "It is up."}""".formatted(UUID.randomUUID()))
                .post("/v1/orders/{id}/reappearance", order)
                .then()
                .statusCode(400);
    }

    @Test
    void whatWasReportedOfItMeanwhileIsLookedAtByThat() {
        // Given
        ReportFixture report = aReport();
        String order = Desk.anOrder(report);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        UUID caseId = Desk.aCase(report.byAnother("kpu"));
        Desk.ratna().get("/v1/cases/{id}", caseId).then().body("tasks.status", contains("OPEN"));
        // When
        Desk.reappear(order, NOTE).statusCode(200);
        // Then
        Desk.ratna()
                .get("/v1/cases/{id}", caseId)
                .then()
                .body("tasks.status", contains("DONE"), "tasks.note", contains(NOTE));
        assertEquals(List.of("task-raised", "task-done", "order-reappeared", "case-reopened"), Desk.query("""
                        select act from record where case_id = ? and (act like 'task-%'
                            or act in ('order-reappeared', 'case-reopened')) order by seq""", caseId));
    }

    @Test
    void anotherPlatformThatIsStillAskedIsNotAskedTwice() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        Desk.query("""
                insert into content (id, key, key_digest, case_id, platform, kind, rule_version, url,
                                     first_reported_at, last_reported_at)
                select gen_random_uuid(), c.key || '2', sha256((c.key || '2')::bytea), c.case_id, 'tiktok', c.kind, 1,
                       c.url || '2', now(), now()
                from content c where c.case_id = ? returning id""", caseId);
        Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "NOTICE")).statusCode(200);
        String google = order(caseId, "google");
        String tiktok = order(caseId, "tiktok");
        Desk.answer("google", google, "REMOVED").statusCode(200);
        Desk.reappear(google, NOTE).statusCode(200);
        // When
        Desk.answer("tiktok", tiktok, "REMOVED").statusCode(200);
        Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "NOTICE"))
                .statusCode(200)
                .body("orders", hasSize(1));
        // Then
        Desk.check(tiktok).statusCode(200).body("status", equalTo("CLOSED"));
        Desk.ratna().get("/v1/cases/{id}", caseId).then().body("status", equalTo("DECIDED"));
        assertEquals(
                List.of("google 2", "tiktok 1"),
                Desk.query(
                        "select party || ' ' || count(*) from orders where case_id = ? group by party order by 1",
                        caseId));
    }

    private static String order(UUID caseId, String party) {
        return Desk.query("select id from orders where case_id = ? and party = ?", caseId, party)
                .getFirst();
    }
}
