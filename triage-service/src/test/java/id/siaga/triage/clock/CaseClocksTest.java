// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import static id.siaga.triage.LaterFixture.aSupplementOf;
import static id.siaga.triage.ReportFixture.aReport;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.Desk;
import id.siaga.triage.Published;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.TestClock;
import id.siaga.triage.casework.ReportsConsumer;
import id.siaga.web.ServiceStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The desk's own clocks, of cases and of decisions about them, in a time that a test moves on. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CaseClocksTest {

    @Inject
    TestClock time;

    @Inject
    FireClocks clocks;

    @Inject
    Clocks running;

    @Inject
    ReportsConsumer consumer;

    @Test
    void theDeskHasToLookAtACaseInTimeFromTheFirstReceipt() {
        // Given
        ReportFixture calm = aReport().with("submittedAt", ago(Duration.ofMinutes(30)));
        ReportFixture election = aReport().election(true);
        ReportFixture later = calm.byAnother("kpu");
        // When
        consumer.consume(Published.batch(List.of(later, calm, election)));
        // Then
        UUID caseId = Desk.caseOf(calm);
        view(caseId)
                .body("clocks.kind", contains("triage"))
                .body("clocks[0].subjectId", equalTo(caseId.toString()))
                .body("clocks[0].orderId", nullValue())
                .body("clocks[0].state", equalTo("RUNNING"))
                .body("clocks[0].startedAt", equalTo(calm.text("submittedAt")));
        assertEquals(Duration.ofHours(4), limit(caseId));
        assertEquals(Duration.ofMinutes(15), limit(Desk.caseOf(election)));
    }

    @Test
    void whatNobodyHasAssessedInTimeIsOneTask() {
        // Given
        UUID caseId = Desk.aCase(aReport().election(true));
        // When
        pass(Duration.ofMinutes(16));
        // Then
        expect(caseId, "TRIAGE 0 100 EXPIRED");
        view(caseId)
                .body("status", equalTo("NEW"))
                .body("tasks.kind", contains("TRIAGE_OVERDUE"))
                .body("tasks[0].standing", equalTo("LINKED"));
        assertEquals(List.of("50", "80", "100"), Desk.query("""
                        select convert_from(body, 'UTF8')::json ->> 'percent' from record
                        where act = 'clock-fired' and case_id = ? order by seq""", caseId));
        assertEquals(
                List.of("1"),
                Desk.query("select count(*) from record where act = 'task-raised' and case_id = ?", caseId));
    }

    @Test
    void anAssessmentStopsIt() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        // When
        pass(Duration.ofHours(5));
        // Then
        expect(caseId, "TRIAGE 0 0 STOPPED");
        view(caseId).body("tasks", empty());
    }

    @Test
    void aCaseThatTurnsOutUrgentHasTheShortTimeFromThen() {
        // Given
        ReportFixture report = aReport().with("submittedAt", ago(Duration.ofHours(1)));
        UUID caseId = Desk.aCase(report);
        // When
        consumer.consume(Published.batch(List.of(aSupplementOf(report).with("urgencyReason", "Polls close."))));
        consumer.consume(Published.batch(List.of(aSupplementOf(report).with("urgencyReason", "Polls close soon."))));
        // Then
        expect(caseId, "TRIAGE 0 0 STOPPED", "TRIAGE 1 0 RUNNING");
        assertEquals(Duration.ofMinutes(15), limit(caseId));
    }

    @Test
    void aReasonNotToWaitNeverGivesMoreTime() {
        // Given
        ReportFixture report = aReport().with("submittedAt", ago(Duration.ofMinutes(235)));
        UUID caseId = Desk.aCase(report);
        // When
        consumer.consume(Published.batch(List.of(aSupplementOf(report).with("urgencyReason", "Polls close."))));
        // Then
        assertEquals(Duration.ofHours(4), limit(caseId));
    }

    @Test
    void aCaseThatIsOpenedAgainIsLookedAtAgain() {
        // Given
        ReportFixture report = aReport();
        UUID caseId = Desk.aDismissedCase(report);
        // When
        consumer.consume(Published.batch(List.of(report.byAnother("kpu").with("newFacts", "It is another one."))));
        // Then
        expect(caseId, "APPROVE 0 0 STOPPED", "TRIAGE 0 0 STOPPED", "TRIAGE 1 0 RUNNING");
        Desk.aProposal(caseId, "DISMISS");
        expect(caseId, "APPROVE 0 0 RUNNING", "APPROVE 0 0 STOPPED", "TRIAGE 0 0 STOPPED", "TRIAGE 1 0 STOPPED");
    }

    @Test
    void aDecisionWaitsForItsApproverOnlySoLong() {
        // Given
        UUID calm = Desk.anAssessedCase(aReport(), "fraud");
        UUID urgent = Desk.anAssessedCase(aReport(), "terrorism");
        // When
        String decision = Desk.aProposal(calm, "NOTICE");
        Desk.aProposal(urgent, "NOTICE");
        pass(Duration.ofMinutes(11));
        // Then
        expect(calm, "APPROVE 0 0 RUNNING", "TRIAGE 0 0 STOPPED");
        expect(urgent, "APPROVE 0 100 EXPIRED", "TRIAGE 0 0 STOPPED");
        view(urgent).body("tasks.kind", contains("APPROVAL_OVERDUE"));
        view(calm).body("clocks.find { it.kind == 'approve' }.subjectId", equalTo(decision));
        Desk.yusuf()
                .body(Map.of("reason", "The title is missing."))
                .post("/v1/decisions/{id}/return", decision)
                .then()
                .statusCode(200);
        expect(calm, "APPROVE 0 0 STOPPED", "TRIAGE 0 0 STOPPED");
    }

    @Test
    void ofTwoCasesThatBecomeOneTheEarlierDueStands() {
        // Given
        UUID into = Desk.aCase(aReport());
        UUID earlier = Desk.aCase(aReport().with("submittedAt", ago(Duration.ofHours(1))));
        UUID later = Desk.aCase(aReport());
        Instant due = due(earlier);
        // When
        Desk.merge(into, earlier).statusCode(200);
        Desk.merge(into, later).statusCode(200);
        // Then
        expect(earlier, "TRIAGE 0 0 STOPPED");
        expect(later, "TRIAGE 0 0 STOPPED");
        expect(into, "TRIAGE 0 0 STOPPED", "TRIAGE 1 0 RUNNING");
        assertEquals(due, due(into));
        Desk.split(earlier).statusCode(200);
        expect(earlier, "TRIAGE 0 0 STOPPED", "TRIAGE 1 0 RUNNING");
    }

    @Test
    void whateverElseRunsForACaseTellsTheDesk() {
        // Given
        UUID caseId = Desk.aDismissedCase(aReport());
        UUID appeal = UUID.randomUUID();
        UUID override = UUID.randomUUID();
        // When
        QuarkusTransaction.requiringNew().run(() -> {
            running.start(
                    ClockKind.APPEAL_ANSWER,
                    new ClockSubject(appeal, caseId, null, "fraud", null, null, false),
                    time.instant());
            running.start(
                    ClockKind.EMERGENCY_REVIEW,
                    new ClockSubject(override, caseId, "ORDER", "fraud", null, null, true),
                    time.instant());
        });
        pass(Duration.ofHours(24));
        // Then
        expect(
                caseId,
                "APPEAL_ANSWER 0 0 RUNNING",
                "APPROVE 0 0 STOPPED",
                "EMERGENCY_REVIEW 0 100 EXPIRED",
                "TRIAGE 0 0 STOPPED");
        view(caseId).body("tasks", empty());
        pass(Duration.ofDays(13));
        // The service's own watch may be the one that fires, and has yet to commit.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> view(caseId).body("tasks.kind", contains("APPEAL_OVERDUE")));
        assertEquals(List.of(appeal.toString()), Desk.query("""
                        select distinct convert_from(body, 'UTF8')::json ->> 'appeal' from record
                        where act = 'clock-fired' and case_id = ? and convert_from(body, 'UTF8') like '%appeal-answer%'""", caseId));
    }

    @Test
    void actingAndFiringAtOnceNeitherDeadlockNorFireTwice() throws Exception {
        // Given
        List<UUID> cases = Stream.generate(() -> Desk.aCase(aReport().election(true)))
                .limit(12)
                .toList();
        List<Callable<Void>> work = new ArrayList<>();
        for (UUID caseId : cases) {
            work.add(() -> {
                Desk.assess(caseId, "fraud").statusCode(200);
                Desk.aProposal(caseId, "DISMISS");
                return null;
            });
            work.add(() -> {
                clocks.fireDue();
                return null;
            });
        }
        time.advance(Duration.ofMinutes(20));
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        ClockFixture.fireAll();
        // Then
        for (UUID caseId : cases) {
            assertEquals(
                    Desk.query("select fired from clock where kind = 'TRIAGE' and case_id = ?", caseId),
                    Desk.query("""
                            select coalesce(max((convert_from(body, 'UTF8')::json ->> 'percent')::int), 0) from record
                            where act = 'clock-fired' and case_id = ?""", caseId));
            assertEquals(List.of("t"), Desk.query("""
                            select count(*) = count(distinct convert_from(body, 'UTF8')) from record
                            where act = 'clock-fired' and case_id = ?""", caseId));
        }
    }

    private String ago(Duration time) {
        return this.time
                .instant()
                .truncatedTo(java.time.temporal.ChronoUnit.MICROS)
                .minus(time)
                .toString();
    }

    private void pass(Duration duration) {
        time.advance(duration);
        ClockFixture.fireAll();
    }

    private static ValidatableResponse view(UUID caseId) {
        return Desk.ratna().get("/v1/cases/{id}", caseId).then().statusCode(200);
    }

    /** How each clock of the case stands: its kind and round, what has fired, and whether it runs. */
    private static void expect(UUID caseId, String... clocks) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(List.of(clocks), Desk.query("""
                                select kind || ' ' || round || ' ' || fired || ' ' || state from clock
                                where case_id = ? order by 1""", caseId)));
    }

    private static Duration limit(UUID caseId) {
        return Duration.parse(Desk.query("""
                select (due_at - started_at)::interval from clock
                where subject_id = ? and kind = 'TRIAGE' and state = 'RUNNING'""", caseId).getFirst().replaceFirst("(\\d+):(\\d+):(\\d+)", "PT$1H$2M$3S"));
    }

    private static Instant due(UUID caseId) {
        return Instant.parse(
                view(caseId).extract().path("clocks.find { it.kind == 'triage' && it.state == 'RUNNING' }.dueAt"));
    }
}
