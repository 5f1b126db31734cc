// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static id.siaga.triage.LaterFixture.aWithdrawalOf;
import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What reporters take back, on its way from Kafka to the desk. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class WithdrawalConsumerTest {

    @Inject
    ReportsConsumer consumer;

    @Test
    void theLinkStaysMarkedAndItsReporterIsToldItWasWithdrawn() {
        // Given
        ReportFixture report = aReport().from("komdigi");
        ReportFixture other = report.byAnother("kpu");
        consumer.consume(Published.batch(List.of(report, other)));
        UUID caseId = Desk.caseOf(report);
        LaterFixture withdrawal = aWithdrawalOf(report);
        // When
        Desk.publish(withdrawal);
        // Then
        assertEquals(List.of("LINKED", "WITHDRAWN"), told(report, 2));
        Desk.ratna()
                .get("/v1/cases/{id}", caseId)
                .then()
                .body("withdrawn", equalTo(false))
                .body("status", equalTo("NEW"))
                .body("version", equalTo(0))
                .body("reports", hasSize(2))
                .body("reports.find { it.party == 'komdigi' }.withdrawalReason", equalTo(withdrawal.text("reason")))
                .body("reports.find { it.party == 'komdigi' }.withdrawnAt", notNullValue())
                .body("reports.find { it.party == 'kpu' }.withdrawnAt", nullValue());
        assertEquals(
                List.of("case-opened", "item-linked", "item-linked", "item-withdrawn"),
                Desk.query("select act from record where case_id = ? order by seq", caseId));
    }

    @Test
    void whoTookItBackIsToldNoMoreAndIsCountedNoMore() {
        // Given
        ReportFixture report = aReport().from("komdigi");
        ReportFixture again = report.byAnother("komdigi");
        ReportFixture other = report.byAnother("kpu");
        consumer.consume(Published.batch(List.of(report, again, other)));
        UUID caseId = Desk.caseOf(report);
        assertEquals(Map.of("reports", 3, "reporters", 2), counted(caseId));
        consumer.consume(Published.batch(List.of(aWithdrawalOf(report), aWithdrawalOf(other))));
        // When
        Desk.assess(caseId, "fraud").statusCode(200);
        // Then
        assertEquals(List.of("LINKED", "IN_REVIEW"), told(again, 2));
        assertEquals(List.of("LINKED", "WITHDRAWN"), told(report, 2));
        assertEquals(List.of("LINKED", "WITHDRAWN"), told(other, 2));
        assertEquals(
                List.of("2"),
                Desk.query("select link_version from told_report where report_id = ?::uuid", report.reportId()));
        assertEquals(Map.of("reports", 1, "reporters", 1), counted(caseId));
    }

    @Test
    void aCaseThatNobodyStandsByStaysWithTheDeskAndSaysSo() {
        // Given
        ReportFixture report = aReport();
        String order = Desk.anOrder(report);
        UUID caseId = Desk.caseOf(report);
        // When
        consumer.consume(Published.batch(List.of(aWithdrawalOf(report))));
        // Then
        Desk.ratna()
                .get("/v1/cases/{id}", caseId)
                .then()
                .body("withdrawn", equalTo(true))
                .body("status", equalTo("DECIDED"))
                .body("orders[0].id", equalTo(order))
                .body("orders[0].status", equalTo("ISSUED"));
        assertEquals(
                List.of("item-withdrawn", "all-reports-withdrawn"),
                Desk.query("select act from record where case_id = ? and act like '%withdrawn' order by seq", caseId));
        assertEquals(Map.of("reports", 0, "reporters", 0), counted(caseId));
        // When somebody reports it anew, it is as any other case
        consumer.consume(Published.batch(List.of(report.byAnother("kpu"))));
        // Then
        Desk.ratna().get("/v1/cases/{id}", caseId).then().body("withdrawn", equalTo(false));
        assertEquals(Map.of("reports", 1, "reporters", 1), counted(caseId));
    }

    @Test
    void aWithdrawalThatIsToldAgainChangesNothing() {
        // Given
        ReportFixture report = aReport();
        UUID caseId = Desk.aCase(report);
        LaterFixture withdrawal = aWithdrawalOf(report);
        consumer.consume(Published.batch(List.of(withdrawal)));
        List<String> before = Desk.query("select seq from record_head where case_id = ?", caseId);
        // When
        consumer.consume(Published.batch(List.of(withdrawal)));
        consumer.consume(
                Published.batch(List.of(withdrawal.repeated().with("reason", "Another."), withdrawal.repeated())));
        // Then
        assertEquals(before, Desk.query("select seq from record_head where case_id = ?", caseId));
        assertEquals(
                List.of("2"),
                Desk.query("select link_version from told_report where report_id = ?::uuid", report.reportId()));
        Desk.ratna()
                .get("/v1/cases/{id}", caseId)
                .then()
                .body("reports[0].withdrawalReason", equalTo("Tautan yang dilaporkan ternyata arsip berita."));
    }

    @Test
    void aReportAndItsWithdrawalMayComeInOneBatchAndWithdrawnIsTheLastWord() {
        // Given
        ReportFixture report = aReport();
        // When
        consumer.consume(Published.batch(List.of(report, aWithdrawalOf(report))));
        // Then
        assertEquals(List.of("LINKED", "WITHDRAWN"), told(report, 2));
        Desk.ratna().get("/v1/cases/{id}", Desk.caseOf(report)).then().body("withdrawn", equalTo(true));
    }

    @Test
    void aWithdrawalOfWhatWasNeverLinkedGoesToTheDeadLettersAlone() {
        // Given
        ReportFixture never = aReport();
        ReportFixture report = aReport();
        // When
        consumer.consume(Published.batch(List.of(aWithdrawalOf(never), report, aWithdrawalOf(report))));
        // Then
        assertEquals(List.of("LINKED", "WITHDRAWN"), told(report, 2));
        String reason = KafkaTopic.headers(new KafkaTopic("triage-service.reports-in.dlq")
                        .await(1, message -> never.itemId()
                                .equals(KafkaTopic.headers(message).get("ce_subject")))
                        .getFirst())
                .get("dead-letter-reason");
        assertEquals("The data names an item that was never linked", reason);
    }

    private static List<String> told(ReportFixture report, int count) {
        return Desk.events("triage.link.v1", "item.status-changed", report.reportId(), count).stream()
                .map((JsonNode told) -> told.get("status").asText())
                .toList();
    }

    /** What the queue shows of a case, on whatever page. */
    private static Map<String, Integer> counted(UUID caseId) {
        String cursor = null;
        while (true) {
            var page = Desk.ratna()
                    .queryParams(cursor == null ? Map.of("limit", 200) : Map.of("limit", 200, "cursor", cursor))
                    .get("/v1/cases")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            Map<String, Object> entry = page.getMap("cases.find { it.id == '" + caseId + "' }");
            if (entry != null) {
                return Map.of("reports", (Integer) entry.get("reports"), "reporters", (Integer) entry.get("reporters"));
            }
            cursor = page.getString("next");
            if (cursor == null) {
                throw new AssertionError("The case is not in the queue");
            }
        }
    }
}
