// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

import static id.siaga.triage.LaterFixture.aSupplementOf;
import static id.siaga.triage.LaterFixture.aWithdrawalOf;
import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.triage.Desk;
import id.siaga.triage.Published;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.casework.ReportsConsumer;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What reports leave for a person of the desk to look at. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class TaskResourceTest {

    @Inject
    ReportsConsumer consumer;

    @Test
    void aFloodOfReportsOfOrderedContentIsOneTask() {
        // Given
        ReportFixture report = aReport();
        Desk.anOrder(report);
        UUID caseId = Desk.caseOf(report);
        // When
        consumer.consume(Published.batch(List.of(report.byAnother("kpu"), report.byAnother("bawaslu"))));
        consumer.consume(Published.batch(List.of(report.byAnother("mafindo"), aSupplementOf(report))));
        // Then
        tasksOf(caseId)
                .body("tasks", hasSize(1))
                .body("tasks[0].kind", equalTo("ORDERED_CONTENT_REPORTED"))
                .body("tasks[0].status", equalTo("OPEN"))
                .body("tasks[0].standing", equalTo("ORDERED"))
                .body("tasks[0].times", equalTo(4))
                .body("tasks[0].doneBy", nullValue());
        assertEquals(
                List.of("1"),
                Desk.query("select count(*) from record where act = 'task-raised' and case_id = ?", caseId));
    }

    @Test
    void onlyAPersonSaysThatContentIsBackAndNoReportMovesTheCase() {
        // Given
        ReportFixture report = aReport();
        String order = Desk.anOrder(report);
        UUID caseId = Desk.caseOf(report);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        consumer.consume(Published.batch(List.of(report.byAnother("kpu"))));
        tasksOf(caseId).body("tasks.standing", contains("ANSWERED"));
        Desk.check(order).statusCode(200);
        // When
        consumer.consume(Published.batch(List.of(report.byAnother("bawaslu"))));
        // Then
        tasksOf(caseId)
                .body("status", equalTo("CLOSED"))
                .body("orders[0].status", equalTo("CLOSED"))
                .body("tasks.standing", contains("CLOSED"))
                .body("tasks.times", contains(2));
    }

    @Test
    void newFactsAboutClosedContentReopenItAndAskForALook() {
        // Given
        ReportFixture report = aReport();
        String order = Desk.anOrder(report);
        UUID caseId = Desk.caseOf(report);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.check(order).statusCode(200);
        // When
        consumer.consume(
                Published.batch(List.of(report.byAnother("kpu").with("newFacts", "It is up under another title."))));
        // Then
        tasksOf(caseId).body("status", equalTo("IN_REVIEW")).body("tasks.standing", contains("CLOSED"));
    }

    @Test
    void aRepeatOfWhatNobodyWasAskedToRemoveIsNoTask() {
        // Given
        ReportFixture unseen = aReport();
        ReportFixture dismissed = aReport();
        Desk.aCase(unseen);
        Desk.aDismissedCase(dismissed);
        // When
        consumer.consume(Published.batch(List.of(unseen.byAnother("kpu"), dismissed.byAnother("kpu"))));
        // Then
        tasksOf(Desk.caseOf(unseen)).body("tasks", empty());
        tasksOf(Desk.caseOf(dismissed)).body("tasks", empty());
    }

    @Test
    void aTaskIsDoneOnceAndWhatIsReportedLaterIsAnotherTask() {
        // Given
        ReportFixture report = aReport();
        Desk.anOrder(report);
        UUID caseId = Desk.aCase(report.byAnother("kpu"));
        String task = tasksOf(caseId).extract().path("tasks[0].id");
        // When
        done(task, "It is the same order; the platform has time until noon.")
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("doneBy", equalTo("posko/ratna"));
        done(task, "Another look.")
                .statusCode(200)
                .body("note", equalTo("It is the same order; the platform has time until noon."));
        consumer.consume(Published.batch(List.of(report.byAnother("bawaslu"))));
        // Then
        tasksOf(caseId).body("tasks.status", contains("DONE", "OPEN")).body("tasks.times", contains(1, 1));
        assertEquals(
                List.of("task-raised", "task-done", "task-raised"),
                Desk.query("select act from record where act like 'task-%' and case_id = ? order by seq", caseId));
        done(UUID.randomUUID().toString(), "Nothing.").statusCode(404);
    }

    @Test
    void aCaseThatNobodyStandsByIsForTheDeskToLookAtUnlessItIsClosed() {
        // Given
        ReportFixture open = aReport();
        ReportFixture dismissed = aReport();
        UUID openCase = Desk.anAssessedCase(open, "fraud");
        UUID closedCase = Desk.aDismissedCase(dismissed);
        // When
        consumer.consume(Published.batch(List.of(aWithdrawalOf(open), aWithdrawalOf(dismissed))));
        // Then
        tasksOf(openCase)
                .body("tasks.kind", contains("REPORTS_WITHDRAWN"))
                .body("tasks.standing", contains("IN_REVIEW"))
                .body("tasks[0].contentId", nullValue());
        tasksOf(closedCase).body("tasks", empty());
    }

    @Test
    void reportsThatComeAtOnceRaiseOneTask() throws Exception {
        // Given
        ReportFixture report = aReport();
        Desk.anOrder(report);
        UUID caseId = Desk.caseOf(report);
        List<Callable<Void>> rivals = Stream.of("kpu", "bawaslu", "mafindo", "komdigi")
                .map(party -> (Callable<Void>) () -> {
                    consumer.consume(Published.batch(List.of(report.byAnother(party))));
                    return null;
                })
                .toList();
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(rivals.size())) {
            for (Future<Void> rival : threads.invokeAll(rivals)) {
                rival.get();
            }
        }
        // Then
        tasksOf(caseId).body("tasks.times", contains(4));
    }

    @Test
    void theListIsPagedByStatusAndKind() {
        // Given
        List<String> own = new ArrayList<>(List.of(Desk.aTask(), Desk.aTask(), Desk.aTask()));
        done(own.removeLast(), "Seen.").statusCode(200);
        // When
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, Object> query = new HashMap<>(Map.of("limit", 2, "kind", "ORDERED_CONTENT_REPORTED"));
            if (cursor != null) {
                query.put("cursor", cursor);
            }
            JsonPath page = Desk.ratna()
                    .queryParams(query)
                    .get("/v1/tasks")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertEquals(List.of(), page.getList("tasks.findAll { it.status != 'OPEN' }"));
            read.addAll(page.getList("tasks.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        // Then
        assertEquals(read.size(), new HashSet<>(read).size());
        assertTrue(read.containsAll(own));
        Desk.ratna().get("/v1/tasks?cursor=x").then().statusCode(400);
    }

    private static ValidatableResponse tasksOf(UUID caseId) {
        return Desk.ratna().get("/v1/cases/{id}", caseId).then().statusCode(200);
    }

    private static ValidatableResponse done(String task, String note) {
        return Desk.ratna()
                .body(Map.of("note", note))
                .post("/v1/tasks/{id}/done", task)
                .then();
    }
}
