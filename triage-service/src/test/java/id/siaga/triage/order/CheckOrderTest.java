// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.TestClock;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Checks of what platforms say they did, in a time that a test moves on. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CheckOrderTest {

    @Inject
    TestClock time;

    @Inject
    RaiseChecks checks;

    @Test
    void theDeskIsAskedToLookAfterAnHourADayAndAWeekAlsoAtWhatIsClosed() {
        // Given
        ReportFixture report = aReport();
        String order = anAnsweredOrder(report);
        UUID caseId = Desk.caseOf(report);
        List<Integer> tasks = new ArrayList<>();
        // When
        for (Duration step : List.of(Duration.ofMinutes(59), Duration.ofMinutes(2), Duration.ofDays(1))) {
            time.advance(step);
            raiseAll();
            tasks.add(tasksOf(caseId).extract().jsonPath().getList("tasks").size());
            found(order, "GONE").statusCode(200).body("status", equalTo("CLOSED"));
        }
        time.advance(Duration.ofDays(6));
        raiseAll();
        // Then
        assertEquals(List.of(0, 1, 2), tasks);
        tasksOf(caseId)
                .body("tasks.kind", contains("CHECK_ORDER", "CHECK_ORDER", "CHECK_ORDER"))
                .body("tasks.orderId", contains(order, order, order))
                .body("tasks.status", contains("DONE", "DONE", "OPEN"));
        Desk.ratna()
                .get("/v1/orders/{id}", order)
                .then()
                .body("locators[0].findings.check", contains(0, 1, 2))
                .body("locators[0].findings.by", contains("posko/ratna", "posko/ratna", "posko/ratna"));
        Desk.platform("google")
                .get("/v1/orders/{id}", order)
                .then()
                .body("locators[0].findings.by", contains("desk", "desk", "desk"));
        Desk.ratna().get("/v1/tasks?kind=CHECK_ORDER&limit=200").then().body("tasks.orderId", hasItem(order));
    }

    private static String anAnsweredOrder(ReportFixture report) {
        String order = Desk.anOrder(report);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        return order;
    }

    private static ValidatableResponse tasksOf(UUID caseId) {
        return Desk.ratna().get("/v1/cases/{id}", caseId).then().statusCode(200);
    }

    private static ValidatableResponse found(String order, String finding) {
        return Desk.ratna()
                .body("""
                        {"findings": [{"locatorId": "%s", "finding": "%s"}]}""".formatted(Desk.locator(order), finding))
                .post("/v1/orders/{id}/check", order)
                .then();
    }

    /** Also when the service's own watch holds some of it just now. */
    private void raiseAll() {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            while (checks.raiseDue() > 0) {
                // More may be due.
            }
            return Desk.query(
                            "select 1 from order_check where raised_at is null and cancelled_at is null"
                                    + " and due_at <= ?::timestamptz",
                            time.instant().toString())
                    .isEmpty();
        });
    }

    @Test
    void aCheckThatIsDueIsRaisedOnceHoweverManyLook() throws Exception {
        // Given
        List<UUID> cases = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ReportFixture report = aReport();
            anAnsweredOrder(report);
            cases.add(Desk.caseOf(report));
        }
        time.advance(Duration.ofMinutes(61));
        List<Callable<Void>> replicas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            replicas.add(() -> {
                raiseAll();
                return null;
            });
        }
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(replicas.size())) {
            for (Future<Void> replica : threads.invokeAll(replicas)) {
                replica.get();
            }
        }
        // Then
        cases.forEach(caseId -> tasksOf(caseId).body("tasks.times", contains(1)));
    }

    @Test
    void whatIsStillUpDoesNotCloseTheOrderAndTheEndOfTheTimeDoes() {
        // Given
        ReportFixture report = aReport();
        String order = anAnsweredOrder(report);
        // When
        found(order, "STILL_UP").statusCode(200).body("status", equalTo("ANSWERED"));
        time.advance(Duration.ofDays(7));
        raiseAll();
        // Then
        Desk.ratna()
                .get("/v1/orders/{id}", order)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("closedAt", notNullValue())
                .body("history[-1].why", equalTo("The time for checks is over."))
                .body("history[-1].by", equalTo("siaga"));
        tasksOf(Desk.caseOf(report))
                .body("status", equalTo("CLOSED"))
                .body("tasks.times", contains(3))
                .body("tasks.status", contains("OPEN"));
        assertEquals(
                "The time for checks is over.",
                Desk.events("triage.link.v1", "item.status-changed", report.reportId(), 5)
                        .getLast()
                        .get("reason")
                        .asText());
    }

    @Test
    void everyFindingIsKeptAndTheSameOneOnlyOnce() {
        // Given
        String order = anAnsweredOrder(aReport());
        // When
        found(order, "STILL_UP").statusCode(200);
        found(order, "STILL_UP").statusCode(200);
        found(order, "GONE").statusCode(200).body("status", equalTo("CLOSED"));
        // Then
        Desk.ratna()
                .get("/v1/orders/{id}", order)
                .then()
                .body("locators[0].findings.finding", contains("STILL_UP", "GONE"))
                .body("locators[0].finding", equalTo("GONE"));
        for (String crime : List.of(
                "update check_finding set finding = 'GONE' returning finding",
                "delete from check_finding returning finding",
                "delete from order_check returning number")) {
            Throwable refused = assertThrows(IllegalStateException.class, () -> Desk.query(crime));
            assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"), crime);
        }
    }

    @Test
    void whatACheckFindsBackIsDeclaredAndDecidedAnew() {
        // Given
        ReportFixture report = aReport();
        String order = anAnsweredOrder(report);
        Desk.check(order).body("status", equalTo("CLOSED"));
        time.advance(Duration.ofHours(1));
        raiseAll();
        // When
        found(order, "STILL_UP").statusCode(200).body("status", equalTo("CLOSED"));
        Desk.reappear(order, "It can be played again.").statusCode(200);
        // Then
        tasksOf(Desk.caseOf(report)).body("status", equalTo("IN_REVIEW")).body("tasks.status", contains("DONE"));
    }

    @Test
    void aWithdrawnOrderIsNotCheckedAnyMore() {
        // Given
        ReportFixture raised = aReport();
        String withTask = anAnsweredOrder(raised);
        time.advance(Duration.ofHours(1));
        raiseAll();
        ReportFixture fresh = aReport();
        String without = anAnsweredOrder(fresh);
        // When
        Desk.withdraw(withTask, "It was satire.").statusCode(200);
        Desk.withdraw(without, "It was satire.").statusCode(200);
        time.advance(Duration.ofDays(8));
        raiseAll();
        // Then
        // That nobody has looked at the cases again for so long is another matter.
        String toCheck = "tasks.findAll { it.kind == 'CHECK_ORDER' }.status";
        tasksOf(Desk.caseOf(raised)).body(toCheck, contains("DONE"));
        tasksOf(Desk.caseOf(fresh)).body(toCheck, empty());
        Desk.ratna().get("/v1/orders/{id}", without).then().body("history", hasSize(4));
    }
}
