// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static id.siaga.triage.LaterFixture.aSupplementOf;
import static id.siaga.triage.ReportFixture.aReport;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.LaterFixture;
import id.siaga.triage.Published;
import id.siaga.triage.ReportFixture;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What reporters add to their reports, on its way from Kafka to the desk. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class SupplementConsumerTest {

    @Inject
    ReportsConsumer consumer;

    @Test
    void theDeskReadsWhatWasAddedWithTheReportThatItWasAddedTo() {
        // Given
        ReportFixture report = aReport();
        UUID caseId = Desk.aCase(report);
        LaterFixture supplement =
                aSupplementOf(report).with("newFacts", "Its title was changed.").with("urgencyReason", "Polls close.");
        // When
        Desk.publish(supplement);
        // Then
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> count("supplement where item_id = ?::uuid", report.itemId()), List.of("1")::equals);
        Desk.ratna()
                .get("/v1/cases/{id}", caseId)
                .then()
                .body("reports", hasSize(1))
                .body("reports[0].supplements", hasSize(1))
                .body("reports[0].supplements[0].statement", equalTo(supplement.text("statement")))
                .body("reports[0].supplements[0].newFacts", equalTo("Its title was changed."))
                .body("reports[0].supplements[0].urgencyReason", equalTo("Polls close."))
                .body("reports[0].supplements[0].references[0].kind", equalTo("FACT_CHECK"))
                .body("urgent", equalTo(true))
                .body("version", equalTo(0));
        assertEquals(
                List.of("case-opened", "item-linked", "item-supplemented"),
                Desk.query("select act from record where case_id = ? order by seq", caseId));
    }

    @Test
    void onlyNewFactsReopenADismissedCaseAndAllWhoReportedLearnIt() {
        // Given
        ReportFixture report = aReport().from("komdigi");
        ReportFixture other = report.byAnother("kpu");
        consumer.consume(Published.batch(List.of(report, other)));
        UUID caseId = Desk.aDismissedCase(report);
        consumer.consume(Published.batch(List.of(aSupplementOf(report).with("urgencyReason", "It spreads."))));
        assertEquals(List.of("CLOSED"), statusOf(caseId));
        // When
        consumer.consume(Published.batch(List.of(aSupplementOf(report).with("newFacts", "It is an old video."))));
        // Then
        assertEquals(List.of("IN_REVIEW"), statusOf(caseId));
        JsonNode reopened =
                Desk.events("triage.case.v1", "case.reopened", caseId, 1).getFirst();
        assertEquals("DISMISS", reopened.get("decision").get("kind").asText());
        for (ReportFixture each : List.of(report, other)) {
            assertEquals("IN_REVIEW", lastTold(each).get("status").asText(), each.party());
        }
        assertEquals(List.of("1"), count("record where act = 'case-reopened' and case_id = ?", caseId));
        Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "NOTICE")).statusCode(200);
    }

    @Test
    void aReportOfSomebodyElseReopensADismissedCaseOnlyWithNewFacts() {
        // Given
        ReportFixture report = aReport();
        UUID caseId = Desk.aDismissedCase(report);
        ReportFixture bare = report.byAnother("kpu");
        ReportFixture telling = report.byAnother("bawaslu").with("newFacts", "The speaker has denied it.");
        // When
        consumer.consume(Published.batch(List.of(bare)));
        List<String> afterBare = statusOf(caseId);
        consumer.consume(Published.batch(List.of(telling)));
        // Then
        assertEquals(List.of("CLOSED"), afterBare);
        assertEquals(
                "DISMISSED",
                Desk.events("triage.link.v1", "item.status-changed", bare.reportId(), 1)
                        .getFirst()
                        .get("status")
                        .asText());
        assertEquals(List.of("IN_REVIEW"), statusOf(caseId));
        assertEquals(
                1,
                Desk.events("triage.link.v1", "item.status-changed", telling.reportId(), 1)
                        .size());
        assertEquals("IN_REVIEW", lastTold(telling).get("status").asText());
        Desk.ratna()
                .get("/v1/cases/{id}", caseId)
                .then()
                .body("reports[2].newFacts", equalTo("The speaker has denied it."));
    }

    @Test
    void aClosedCaseIsNotReopenedByAnotherLookAtIt() {
        // Given
        UUID caseId = Desk.aDismissedCase(aReport());
        // When
        Desk.assess(caseId, "fraud").statusCode(409).body("state", equalTo("CLOSED"));
        // Then
        assertEquals(List.of("CLOSED"), statusOf(caseId));
    }

    @Test
    void aSupplementThatIsToldAgainChangesNothing() {
        // Given
        ReportFixture report = aReport();
        UUID caseId = Desk.aDismissedCase(report);
        LaterFixture supplement = aSupplementOf(report).with("newFacts", "It is an old video.");
        consumer.consume(Published.batch(List.of(supplement)));
        Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "DISMISS")).statusCode(200);
        List<String> before = Desk.query("select seq from record_head where case_id = ?", caseId);
        // When
        consumer.consume(Published.batch(List.of(supplement)));
        consumer.consume(Published.batch(List.of(supplement.repeated(), supplement.repeated())));
        // Then
        assertEquals(List.of("1"), count("supplement where item_id = ?::uuid", report.itemId()));
        assertEquals(List.of("CLOSED"), statusOf(caseId));
        assertEquals(before, Desk.query("select seq from record_head where case_id = ?", caseId));
    }

    @Test
    void aReportAndItsSupplementMayComeInOneBatch() {
        // Given
        ReportFixture report = aReport();
        // When
        consumer.consume(Published.batch(List.of(report, aSupplementOf(report), aSupplementOf(report))));
        // Then
        Desk.ratna()
                .get("/v1/cases/{id}", Desk.caseOf(report))
                .then()
                .body("reports[0].supplements", hasSize(2))
                .body("reports[0].supplements[0].newFacts", nullValue());
    }

    @Test
    void aSupplementOfWhatWasNeverLinkedFollowsItsReportToTheDeadLettersAndTheRestIsTaken() {
        // Given
        ReportFixture before = aReport();
        ReportFixture poison = aReport();
        ReportFixture after = aReport();
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        batch.add(before.message(before.value()));
        batch.add(poison.message("{\"reportId\":".getBytes(UTF_8)));
        LaterFixture stray = aSupplementOf(poison);
        batch.add(stray.message(stray.value()));
        LaterFixture spoilt = aSupplementOf(before);
        batch.add(spoilt.message("{\"supplementId\": 5}".getBytes(UTF_8)));
        LaterFixture supplement = aSupplementOf(before);
        batch.add(supplement.message(supplement.value()));
        batch.add(after.message(after.value()));
        // When
        consumer.consume(Published.batch(batch));
        // Then
        Desk.caseOf(after);
        assertEquals(List.of("1"), count("supplement where item_id = ?::uuid", before.itemId()));
        List<Map<String, String>> buried = new KafkaTopic("triage-service.reports-in.dlq")
                        .await(3, message -> List.of(poison.itemId(), before.itemId())
                                .contains(KafkaTopic.headers(message).get("ce_subject")))
                        .stream()
                        .map(KafkaTopic::headers)
                        .toList();
        assertTrue(reason(buried, poison).contains("report.submitted"), buried::toString);
        assertTrue(reason(buried, stray).contains("never linked"), buried::toString);
        assertTrue(reason(buried, spoilt).contains("report.supplemented"), buried::toString);
    }

    @Test
    void manyAtOnceAboutTheSameCasesAllArrive() throws Exception {
        // Given
        List<ReportFixture> reports =
                IntStream.range(0, 20).mapToObj(i -> aReport()).toList();
        consumer.consume(Published.batch(reports));
        List<Callable<Void>> rivals = new ArrayList<>();
        for (String party : List.of("kpu", "bawaslu", "mafindo")) {
            List<Published> batch = new ArrayList<>();
            reports.forEach(report -> batch.add(report.byAnother(party)));
            reports.forEach(report -> batch.add(aSupplementOf(report).with("newFacts", party)));
            java.util.Collections.shuffle(batch);
            rivals.add(() -> {
                consumer.consume(Published.batch(batch.subList(0, 20)));
                consumer.consume(Published.batch(batch.subList(20, 40)));
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
        for (ReportFixture report : reports) {
            UUID caseId = Desk.caseOf(report);
            assertEquals(List.of("4"), count("reported_item where case_id = ?", caseId));
            assertEquals(List.of("3"), count("supplement where item_id = ?::uuid", report.itemId()));
            assertEquals(List.of("8"), Desk.query("select seq from record_head where case_id = ?", caseId));
        }
    }

    @Test
    void aThousandSupplementsAreOneTransaction() {
        // Given
        List<ReportFixture> reports =
                IntStream.range(0, 500).mapToObj(i -> aReport()).toList();
        consumer.consume(Published.batch(reports));
        List<LaterFixture> supplements = reports.stream()
                .flatMap(report -> IntStream.range(0, 2).mapToObj(i -> aSupplementOf(report)))
                .toList();
        // When
        consumer.consume(Published.batch(supplements));
        // Then
        Object items = reports.stream().map(ReportFixture::itemId).toArray(String[]::new);
        assertEquals(
                List.of("1000 1"),
                Desk.query(
                        "select count(*) || ' ' || count(distinct xmin::text) from supplement"
                                + " where item_id = any (?::uuid[])",
                        items));
    }

    private static String reason(List<Map<String, String>> buried, Published event) {
        return buried.stream()
                .filter(headers -> Objects.equals(event.headers().get("ce_id"), headers.get("ce_id")))
                .map(headers -> headers.get("dead-letter-reason"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode lastTold(ReportFixture report) {
        int told = Integer.parseInt(
                Desk.query("select link_version from told_report where report_id = ?::uuid", report.reportId())
                        .getFirst());
        return Desk.events("triage.link.v1", "item.status-changed", report.reportId(), told)
                .getLast();
    }

    private static List<String> statusOf(UUID caseId) {
        return Desk.query("select status from case_file where id = ?", caseId);
    }

    private static List<String> count(String from, Object argument) {
        return Desk.query("select count(*) from " + from, argument);
    }
}
