// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.election;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.triage.Desk;
import id.siaga.triage.Published;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.TestClock;
import id.siaga.triage.casework.ReportsConsumer;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Elections that an operator enters, each test in a province of its own. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class ElectionWindowResourceTest {

    @Inject
    ReportsConsumer consumer;

    @Inject
    TestClock time;

    @Test
    void whatIsReportedThereMeanwhileHasTheShortLimitsAndComesEarlier() {
        // Given
        Desk.anElection("ID-AC");
        ReportFixture there = aReport().with("region", "ID-AC");
        ReportFixture elsewhere = aReport().with("region", "ID-BA");
        // When
        consumer.consume(Published.batch(List.of(there, elsewhere)));
        // Then
        view(there).body("pointsFor.reason", hasItem("ELECTION")).body("flags", not(hasItem("politicalSpeech")));
        view(elsewhere).body("pointsFor.reason", not(hasItem("ELECTION")));
        assertEquals(Duration.ofMinutes(15), limit(there, "triage"));
        assertEquals(Duration.ofHours(4), limit(elsewhere, "triage"));
    }

    @Test
    void aLaterReportFromThereMakesTheCaseOneOfTheElection() {
        // Given
        Desk.anElection("ID-BT");
        ReportFixture elsewhere = aReport().with("region", "ID-BA");
        UUID caseId = Desk.aCase(elsewhere);
        // When
        consumer.consume(Published.batch(List.of(elsewhere.byAnother("kpu").with("region", "ID-BT"))));
        // Then
        assertEquals(Duration.ofMinutes(15), limit(elsewhere, "triage"));
        assertEquals(List.of("t"), Desk.query("select election from case_file where id = ?", caseId));
    }

    @Test
    void whatIsDecidedMeanwhileHasTheShortLimitsToo() {
        // Given
        ReportFixture before = aReport().with("region", "ID-GO");
        UUID caseId = Desk.anAssessedCase(before, "fraud");
        Desk.anElection("ID-GO");
        // When
        String proposal = Desk.aProposal(caseId, "NOTICE");
        // Then
        assertEquals(Duration.ofMinutes(10), limit(before, "approve"));
        Desk.approve(Desk.yusuf(), proposal).statusCode(200);
        assertEquals(Duration.ofMinutes(5), limit(before, "service"));
    }

    @Test
    void aClockThatRunsKeepsItsLimitWhenAWindowIsEnteredLater() {
        // Given
        ReportFixture reported = aReport().with("region", "ID-JB");
        Desk.aCase(reported);
        ReportFixture ordered = aReport().with("region", "ID-JB");
        String order = Desk.anOrder(ordered);
        // When
        Desk.anElection("ID-JB");
        Desk.acknowledge("google", order).statusCode(200);
        // Then
        assertEquals(Duration.ofHours(4), limit(reported, "triage"));
        assertEquals(Duration.ofHours(24), limit(ordered, "act-target"));
    }

    @Test
    void anElectionThatIsOverHurriesNobody() {
        // Given
        Desk.anElection("ID-JA");
        // When
        time.advance(Duration.ofHours(2));
        ReportFixture after = aReport().with("region", "ID-JA");
        Desk.aCase(after);
        // Then
        assertEquals(Duration.ofHours(4), limit(after, "triage"));
    }

    @Test
    void onlyWhoHasSeenItChangesItAndWhatItWasStays() {
        // Given
        String id = Desk.anElection("ID-SU");
        String tag = Desk.sari()
                .get("/v1/election-windows/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        // When
        put(id, "*", "ID-SS").statusCode(200).header("ETag", equalTo("\"1\"")).body("region", equalTo("ID-SS"));
        // Then
        put(id, tag, "ID-KI").statusCode(412);
        Desk.sari()
                .body(Desk.election("ID-KI"))
                .put("/v1/election-windows/{id}", id)
                .then()
                .statusCode(428);
        Desk.sari()
                .get("/v1/election-windows/{id}/history", id)
                .then()
                .body("versions.region", contains("ID-SS", "ID-SU"))
                .body("versions.changedBy", contains("siaga-ops/sari", "siaga-ops/sari"));
        Desk.sari().get("/v1/election-windows").then().body("windows.id", hasItem(id));
        assertThrows(
                IllegalStateException.class,
                () -> Desk.query("delete from election_window_version where id = ?::uuid returning stage", id));
    }

    @Test
    void aWindowEndsAfterItBegan() {
        Desk.sari()
                .body("""
                        {"stage": "vote", "from": "2026-01-05T10:00:00Z", "to": "2026-01-05T10:00:00Z",
                         "quietFrom": "2026-01-05T09:00:00Z", "reason": "It is wrong."}""")
                .post("/v1/election-windows")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/to", "/quietTo"));
    }

    private static ValidatableResponse put(String id, String tag, String region) {
        return Desk.sari()
                .header("If-Match", tag)
                .body(Desk.election(region))
                .put("/v1/election-windows/{id}", id)
                .then();
    }

    private static ValidatableResponse view(ReportFixture report) {
        return Desk.ratna().get("/v1/cases/{id}", Desk.caseOf(report)).then().statusCode(200);
    }

    /** How long the clock of this kind that runs has from its start. */
    private static Duration limit(ReportFixture report, String kind) {
        String clock = "clocks.find { it.kind == '" + kind + "' && it.state == 'RUNNING' }";
        var path = view(report).extract().jsonPath();
        return Duration.between(
                Instant.parse(path.getString(clock + ".startedAt")), Instant.parse(path.getString(clock + ".dueAt")));
    }
}
