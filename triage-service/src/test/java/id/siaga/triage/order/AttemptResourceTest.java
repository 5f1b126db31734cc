// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static id.siaga.triage.ReportFixture.aVideo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.triage.clock.ClockFixture;
import id.siaga.triage.platform.DirectoryFixture;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contact routes, taken in their order until one brings an order home. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class AttemptResourceTest {

    @Inject
    TestClock time;

    @Test
    void withoutAnEndpointAnOfficerTakesOneRouteAfterTheOther() {
        // Given
        DirectoryFixture.withoutRepresentative("x", DirectoryFixture.CHANNEL, DirectoryFixture.POST);
        String order = Desk.anOrder(aReport().about("x", "post", aVideo()));
        read(order).body("due.kind", equalTo("PLATFORM_CHANNEL"));
        assertEquals(List.of("1"), openTasks(order));
        // When
        tried(order, "PLATFORM_CHANNEL", "TRIED", null).body("due.kind", equalTo("PLATFORM_CHANNEL"));
        tried(order, "PLATFORM_CHANNEL", "FAILED", null).body("due.kind", equalTo("REGISTERED_POST"));
        assertEquals(List.of("2"), openTasks(order));
        tried(order, "REGISTERED_POST", "SERVED", "RR-77").body("due", nullValue());
        // Then
        read(order)
                .body("attempts.outcome", contains("TRIED", "FAILED", "SERVED"))
                .body(
                        "attempts[2].address",
                        equalTo("1 Main Street, Dublin"),
                        "attempts[2].by",
                        equalTo("posko/ratna"));
        Desk.ratna()
                .get("/v1/orders/{id}", order)
                .then()
                .body("status", equalTo("DELIVERED"), "receivedAt", notNullValue(), "legalDue", notNullValue());
        assertEquals(List.of(), openTasks(order));
        assertThrows(
                IllegalStateException.class,
                () -> Desk.query("delete from order_service_attempt where order_id = ?::uuid returning id", order));
    }

    private ValidatableResponse tried(String order, String route, String outcome, @Nullable String proof) {
        String proven = proof == null ? "" : ", \"proof\": \"" + proof + "\"";
        return Desk.ratna()
                .body("""
                {"route": "%s", "outcome": "%s", "at": "%s"%s}""".formatted(route, outcome, time.instant(), proven))
                .post("/v1/orders/{id}/service-attempts", order)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse read(String order) {
        return Desk.ratna()
                .get("/v1/orders/{id}/service-attempts", order)
                .then()
                .statusCode(200);
    }

    private static List<String> openTasks(String order) {
        return Desk.query(
                "select times from task where order_id = ?::uuid and kind = 'SERVE_ORDER' and done_at is null", order);
    }

    @Test
    void whatItsEndpointHasNotTakenInTimeIsForAnOfficerToServe() {
        // Given
        DirectoryFixture.put(
                        "line",
                        DirectoryFixture.entry("line", true, "{\"kind\": \"WEBHOOK\"}, " + DirectoryFixture.LOCAL, ""),
                        "*")
                .statusCode(200);
        String order = Desk.anOrder(aReport().about("line", "post", aVideo()));
        assertEquals(List.of(), openTasks(order));
        // When
        for (int mark = 0; mark < 3; mark++) {
            time.advance(Duration.ofMinutes(31));
            ClockFixture.fireAll();
        }
        // Then
        read(order)
                .body("attempts.outcome", contains("FAILED"), "attempts.by", contains("siaga"))
                .body("attempts.route", contains("WEBHOOK"), "due.kind", equalTo("LOCAL_CONTACT"));
        assertEquals(List.of("1"), openTasks(order));
        assertEquals(List.of("LOCAL_CONTACT"), Desk.query("""
                        select convert_from(r.body, 'UTF8')::jsonb ->> 'route' from record r
                        join orders o on o.case_id = r.case_id
                        where o.id = ?::uuid and act = 'service-route-due'""", order));
        // What the endpoint takes in the end needs nobody else
        Desk.acknowledge("line", order).statusCode(200);
        assertEquals(List.of(), openTasks(order));
        read(order).body("due", nullValue());
    }

    @Test
    void aServiceRecordedAsBeforeIsAnAttemptThatSucceeded() {
        // Given
        String order = Desk.anOrder(aReport());
        // When
        Desk.ratna().body("""
                {"route": "post", "proof": "RR-1", "servedAt": "2026-01-05T10:00:00Z"}""").post("/v1/orders/{id}/service", order).then().statusCode(200);
        // Then
        read(order).body("attempts.route", contains("post"), "attempts.proof", contains("RR-1"), "due", nullValue());
    }

    @Test
    void timeRunsWithoutProofOnlyWhereTheDirectorySaysSo() {
        // Given
        DirectoryFixture.withoutRepresentative("x", DirectoryFixture.CHANNEL);
        String strict = Desk.anOrder(aReport().about("x", "post", aVideo()));
        tried(strict, "PLATFORM_CHANNEL", "TRIED", null);
        // When
        DirectoryFixture.put(
                        "x",
                        DirectoryFixture.entry("x", false, DirectoryFixture.CHANNEL, ", \"actWithoutProof\": true"),
                        "*")
                .statusCode(200);
        String lenient = Desk.anOrder(aReport().about("x", "post", aVideo()));
        tried(lenient, "PLATFORM_CHANNEL", "TRIED", null);
        // Then
        Desk.ratna().get("/v1/orders/{id}", strict).then().body("receivedAt", nullValue());
        Desk.ratna().get("/v1/orders/{id}", lenient).then().body("receivedAt", notNullValue());
        DirectoryFixture.withoutRepresentative("x");
    }

    @Test
    void whatWasServedIsProven() {
        String order = Desk.anOrder(aReport());
        Desk.ratna()
                .body("""
                {"route": "LOCAL_CONTACT", "outcome": "SERVED", "at": "2026-01-05T10:00:00Z"}""")
                .post("/v1/orders/{id}/service-attempts", order)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/proof"));
        Desk.ratna()
                .body("""
                {"route": "LOCAL_CONTACT", "outcome": "FAILED", "at": "2126-01-05T10:00:00Z"}""")
                .post("/v1/orders/{id}/service-attempts", order)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/at"));
    }
}
