// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.Desk;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a platform refuses, and the officer who weighs why. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class WeighRefusalTest {

    @Test
    void aRefusalIsForAnOfficerWhoSaysHowItsReasonsWereWeighed() {
        // Given
        String order = Desk.anOrder(aReport());
        // When
        refuse(order);
        refuse(order); // which is no other answer
        // Then
        String task = tasks(order)
                .body("kind", contains("WEIGH_REFUSAL"), "status", contains("OPEN"), "times", contains(1))
                .extract()
                .path("tasks.find { it.kind == 'WEIGH_REFUSAL' }.id");
        assertEquals(
                List.of("order-acknowledged", "order-answered", "task-raised"),
                Desk.query("""
                        select act from record r join orders o on o.case_id = r.case_id
                        where o.id = ?::uuid order by r.seq desc limit 3""", order).reversed());
        Desk.ratna()
                .body("{}")
                .post("/v1/tasks/{id}/done", task)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/note"));
        Desk.ratna()
                .body(Map.of("note", "It is a parody indeed."))
                .post("/v1/tasks/{id}/done", task)
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"), "doneBy", equalTo("posko/ratna"));
    }

    @Test
    void whoFindsItRightHasWeighedIt() {
        // Given
        String order = Desk.anOrder(aReport());
        refuse(order);
        // When
        find(order, "STILL_UP");
        tasks(order).body("status", contains("OPEN"));
        find(order, "REFUSAL_ACCEPTED");
        // Then
        tasks(order).body("status", contains("DONE"), "doneBy", contains("posko/ratna"));
        Desk.ratna().get("/v1/orders/{id}", order).then().body("status", equalTo("CLOSED"));
    }

    private static void find(String order, String finding) {
        Desk.ratna()
                .body("""
                {"findings": [{"locatorId": "%s", "finding": "%s"}]}""".formatted(Desk.locator(order), finding))
                .post("/v1/orders/{id}/check", order)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasDoneRaisesNoneAndWhatIsWithdrawnNeedsNone() {
        String done = Desk.anOrder(aReport());
        Desk.answer("google", done, "REMOVED").statusCode(200);
        tasks(done).body("size()", equalTo(0));
        String withdrawn = Desk.anOrder(aReport());
        refuse(withdrawn);
        Desk.withdraw(withdrawn, "The platform is right.").statusCode(200);
        tasks(withdrawn).body("status", contains("DONE"), "note", contains("The order is withdrawn."));
    }

    private static void refuse(String order) {
        Desk.platform("google")
                .body("""
                {"results": [{"locatorId": "%s", "result": "REFUSED", "refusalGround": "SATIRE_OR_JOURNALISM"}]}""".formatted(Desk.locator(order)))
                .post("/v1/orders/{id}/answer", order)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse tasks(String order) {
        String caseId = Desk.ratna().get("/v1/orders/{id}", order).path("caseId");
        return Desk.ratna()
                .get("/v1/cases/{id}", caseId)
                .then()
                .statusCode(200)
                .rootPath("tasks.findAll { it.kind == 'WEIGH_REFUSAL' }");
    }
}
