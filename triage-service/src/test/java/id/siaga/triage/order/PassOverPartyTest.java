// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static id.siaga.triage.ReportFixture.aVideo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.Desk;
import id.siaga.triage.platform.DirectoryFixture;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of a platform whose party is kept out go another way, at once. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class PassOverPartyTest {

    @BeforeEach
    void byEndpointFirst() {
        DirectoryFixture.put(
                        "line",
                        DirectoryFixture.entry("line", true, "{\"kind\": \"WEBHOOK\"}, " + DirectoryFixture.LOCAL, ""),
                        "*")
                .statusCode(200);
    }

    @AfterEach
    void readmit() {
        standing("ADMITTED");
    }

    private static void standing(String standing) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.forClient("siaga-ops", "operator"))
                .contentType("application/json")
                .body("""
                        {"standing": "%s", "roles": ["platform"], "reason": "Keys were lost."}""".formatted(standing))
                .put("/v1/parties/line/standing")
                .then()
                .statusCode(200);
    }

    private static String anOrder() {
        return Desk.anOrder(aReport().about("line", "post", aVideo()));
    }

    private static List<String> openTasks(String order) {
        return Desk.query(
                "select times from task where order_id = ?::uuid and kind = 'SERVE_ORDER' and done_at is null", order);
    }

    private static ValidatableResponse attempts(String order) {
        return Desk.ratna()
                .get("/v1/orders/{id}/service-attempts", order)
                .then()
                .statusCode(200);
    }

    @Test
    void anOrderThatHasNotReachedThePartyIsForAnOfficerToServeWhenItIsSuspended() {
        // Given
        String waiting = anOrder();
        String received = anOrder();
        Desk.acknowledge("line", received).statusCode(200);
        assertEquals(List.of(), openTasks(waiting));
        // When
        standing("SUSPENDED");
        // Then
        attempts(waiting)
                .body("attempts.outcome", contains("FAILED"), "attempts.by", contains("siaga"))
                .body("attempts.note", contains("The platform's party is suspended."))
                .body("due.kind", equalTo("LOCAL_CONTACT"));
        assertEquals(List.of("1"), openTasks(waiting));
        attempts(received).body("attempts", empty());
        // and once
        standing("SUSPENDED");
        assertEquals(List.of("1"), openTasks(waiting));
        attempts(waiting).body("attempts.outcome", contains("FAILED"));
    }

    @Test
    void anOrderThatIsIssuedMeanwhileIsForAnOfficerFromTheBeginning() {
        // Given
        standing("SUSPENDED");
        // When
        String order = anOrder();
        // Then
        attempts(order).body("attempts.route", contains("WEBHOOK"), "due.kind", equalTo("LOCAL_CONTACT"));
        assertEquals(List.of("1"), openTasks(order));
        // and the party's own again when it is admitted
        standing("ADMITTED");
        assertEquals(List.of(), openTasks(anOrder()));
    }
}
