// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import static id.siaga.triage.LaterFixture.aSupplementOf;
import static id.siaga.triage.LaterFixture.aWithdrawalOf;
import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.Published;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.casework.ReportsConsumer;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cases that move into one another, and out again. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class MergeResourceTest {

    @Inject
    ReportsConsumer consumer;

    @Test
    void aCaseMovesWithItsContentsAndAllWhoReportedThem() {
        // Given
        ReportFixture first = aReport().from("komdigi");
        ReportFixture second = aReport().from("kpu").flagged("satire").category("terrorism");
        UUID into = Desk.anAssessedCase(first, "fraud");
        UUID moving = Desk.aCase(second);
        // When
        Desk.merge(into, moving).statusCode(200);
        // Then
        Desk.ratna()
                .get("/v1/cases/{id}", into)
                .then()
                .body("status", equalTo("IN_REVIEW"))
                .body("urgent", equalTo(true))
                .body("flags", contains("satire"))
                .body("contents.key", containsInAnyOrder(first.contentKey(), second.contentKey()))
                .body("reports.party", containsInAnyOrder("komdigi", "kpu"));
        Desk.ratna()
                .get("/v1/cases/{id}", moving)
                .then()
                .body("status", equalTo("MERGED"))
                .body("mergedInto", equalTo(into.toString()))
                .body("reports", hasSize(0));
        assertEquals(List.of("LINKED", "IN_REVIEW"), told(second, 2));
        JsonNode merged =
                Desk.events("triage.case.v1", "case.merged", moving, 1).getFirst();
        assertEquals(into.toString(), merged.get("otherCaseId").asText());
        assertEquals(into, Desk.aCase(second.byAnother("bawaslu")));
        consumer.consume(Published.batch(List.of(aSupplementOf(second), aWithdrawalOf(second))));
        assertEquals(
                List.of("case-taken-in", "item-linked", "item-supplemented", "item-withdrawn"),
                Desk.query("select act from record where case_id = ? and seq > 3 order by seq", into));
        Desk.merge(into, moving).statusCode(200);
        assertEquals(
                List.of("1"),
                Desk.query("select count(*) from record where act = 'case-merged' and case_id = ?", moving));
    }

    @Test
    void whatMovedComesOutAgainWithAllThatWasReportedOfItMeanwhile() {
        // Given
        ReportFixture first = aReport();
        ReportFixture second = aReport();
        UUID into = Desk.aCase(first);
        UUID moving = Desk.aCase(second);
        Desk.merge(into, moving).statusCode(200);
        ReportFixture later = second.byAnother("kpu");
        Desk.aCase(later);
        Desk.assess(into, "fraud").statusCode(200);
        // When
        Desk.split(moving).statusCode(200).body("status", equalTo("NEW")).body("mergedInto", nullValue());
        // Then
        Desk.ratna().get("/v1/cases/{id}", moving).then().body("reports", hasSize(2));
        Desk.ratna()
                .get("/v1/cases/{id}", into)
                .then()
                .body("reports", hasSize(1))
                .body("contents.key", contains(first.contentKey()));
        assertEquals(List.of("LINKED", "LINKED", "IN_REVIEW", "LINKED"), told(second, 4));
        assertEquals(List.of("LINKED", "IN_REVIEW"), told(first, 2));
        Desk.events("triage.case.v1", "case.split", moving, 1);
        assertEquals(
                List.of("case-opened", "item-linked", "case-merged", "case-split"),
                Desk.query("select act from record where case_id = ? order by seq", moving));
        assertEquals(moving, Desk.aCase(second.byAnother("bawaslu")));
        Desk.merge(into, moving).statusCode(200);
        Desk.split(moving).statusCode(200);
    }

    @Test
    void aCaseThatWasOrderedTakesOthersInAndSaysThatItsContentIsReportedAgain() {
        // Given
        ReportFixture ordered = aReport();
        ReportFixture other = aReport();
        Desk.anOrder(ordered);
        UUID into = Desk.caseOf(ordered);
        UUID moving = Desk.aCase(other);
        Desk.merge(moving, into).statusCode(409).body("state", equalTo("DECIDED"));
        // When
        Desk.merge(into, moving).statusCode(200);
        // Then
        assertEquals(List.of("LINKED", "ORDERED"), told(other, 2));
        Desk.ratna().get("/v1/cases/{id}", into).then().body("tasks.kind", contains("ORDERED_CONTENT_REPORTED"));
        Desk.split(moving).statusCode(200);
    }

    @Test
    void whatWasOrderedBeforeOrWaitsForItsApproverDoesNotMove() {
        // Given
        ReportFixture reopened = aReport();
        String order = Desk.anOrder(reopened);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.check(order).statusCode(200);
        consumer.consume(Published.batch(List.of(aSupplementOf(reopened).with("newFacts", "It is back."))));
        UUID proposed = Desk.anAssessedCase(aReport(), "fraud");
        Desk.aProposal(proposed, "DISMISS");
        UUID other = Desk.aCase(aReport());
        // When, then
        Desk.merge(other, Desk.caseOf(reopened))
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:case-was-ordered"));
        Desk.merge(other, proposed).statusCode(409).body("type", equalTo("urn:siaga:problem:decision-pending"));
        Desk.merge(proposed, other).statusCode(409).body("type", equalTo("urn:siaga:problem:decision-pending"));
        Desk.merge(other, other).statusCode(400).body("errors.pointer", contains("/caseId"));
        Desk.merge(other, UUID.randomUUID()).statusCode(404);
        Desk.merge(UUID.randomUUID(), other).statusCode(404);
        Desk.split(other).statusCode(409).body("state", equalTo("NEW"));
        Desk.split(UUID.randomUUID()).statusCode(404);
    }

    @Test
    void aMergedCaseIsNotWorkedOn() {
        // Given
        UUID into = Desk.aCase(aReport());
        UUID moved = Desk.anAssessedCase(aReport(), "fraud");
        Desk.merge(into, moved).statusCode(200);
        // When, then
        Desk.assess(moved, "fraud").statusCode(409).body("state", equalTo("MERGED"));
        Desk.propose(Desk.ratna(), moved, "DISMISS").statusCode(409).body("state", equalTo("MERGED"));
        Desk.merge(moved, Desk.aCase(aReport())).statusCode(409).body("state", equalTo("MERGED"));
    }

    @Test
    void whatAnOrderOrAnAliasJoinedIsNotSplit() {
        // Given
        ReportFixture first = aReport();
        ReportFixture second = aReport();
        UUID ordered = Desk.anAssessedCase(first, "fraud");
        UUID inOrder = Desk.aCase(second);
        Desk.merge(ordered, inOrder).statusCode(200);
        String order = Desk.approve(Desk.yusuf(), Desk.aProposal(ordered, "NOTICE"))
                .statusCode(200)
                .extract()
                .path("orders[0]");
        Desk.ratna().get("/v1/orders/{id}", order).then().body("locators", hasSize(2));
        ReportFixture shortLink = aReport().about("tiktok", "short", "vt/" + ReportFixture.aVideo());
        ReportFixture video = aReport().about("tiktok", "video", ReportFixture.aVideo());
        UUID aliased = Desk.aCase(shortLink);
        UUID sameContent = Desk.aCase(video);
        Desk.merge(aliased, sameContent).statusCode(200);
        Desk.alias(aliased, shortLink.contentKey(), video.contentKey()).statusCode(200);
        // When, then
        Desk.split(inOrder).statusCode(409).body("type", equalTo("urn:siaga:problem:cases-joined"));
        Desk.split(sameContent).statusCode(409).body("type", equalTo("urn:siaga:problem:cases-joined"));
    }

    @Test
    void reportsThatComeWhileCasesMoveAreEachLinkedOnceToWhereTheirContentIs() throws Exception {
        // Given
        List<ReportFixture> firsts =
                IntStream.range(0, 6).mapToObj(i -> aReport().from("komdigi")).toList();
        consumer.consume(Published.batch(firsts));
        List<UUID> cases = firsts.stream().map(Desk::caseOf).toList();
        List<ReportFixture> reported = new ArrayList<>();
        List<Callable<Void>> rivals = new ArrayList<>();
        for (String party : List.of("kpu", "bawaslu", "mafindo")) {
            List<Published> batch = new ArrayList<>();
            for (ReportFixture first : firsts) {
                ReportFixture report = first.byAnother(party);
                reported.add(report);
                batch.add(report);
                batch.add(aSupplementOf(first));
            }
            java.util.Collections.shuffle(batch);
            rivals.add(() -> {
                for (Published event : batch) {
                    consumer.consume(Published.batch(List.of(event)));
                }
                return null;
            });
        }
        for (int i : List.of(0, 2, 4)) {
            rivals.add(() -> {
                for (int round = 0; round < 3; round++) {
                    Desk.merge(cases.get(i), cases.get(i + 1)).statusCode(200);
                    Desk.split(cases.get(i + 1)).statusCode(200);
                    Desk.merge(cases.get(i + 1), cases.get(i)).statusCode(200);
                    Desk.split(cases.get(i)).statusCode(200);
                }
                Desk.merge(cases.get(i), cases.get(i + 1)).statusCode(200);
                return null;
            });
        }
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(rivals.size())) {
            for (Future<Void> rival : threads.invokeAll(rivals)) {
                rival.get();
            }
        }
        // Then
        for (int i = 0; i < cases.size(); i++) {
            UUID now = cases.get(i - i % 2);
            for (int party = 0; party < 3; party++) {
                assertEquals(now, Desk.caseOf(reported.get(party * cases.size() + i)));
            }
            assertEquals(now, Desk.caseOf(firsts.get(i)));
            assertEquals(
                    List.of("3"),
                    Desk.query(
                            "select count(*) from supplement where item_id = ?::uuid",
                            firsts.get(i).itemId()));
        }
    }

    private static List<String> told(ReportFixture report, int count) {
        return Desk.events("triage.link.v1", "item.status-changed", report.reportId(), count).stream()
                .map(told -> told.get("status").asText())
                .toList();
    }
}
