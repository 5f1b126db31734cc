// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.intake.Captured;
import id.siaga.intake.submission.ReportFixture;
import id.siaga.messaging.Uuid7;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What triage published, byte for byte, and what a reporter sees of it. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class LinkConsumerTest {

    private static final Captured CAPTURED = Captured.read("item-status-changed.v1.json");
    private static final String CAPTURED_REPORT = "019aa9a1-6d00-7b3e-9c51-4f0d2a6b8e11";
    private static final String CAPTURED_ITEM = "019aa9a1-6d00-7c42-8a07-1b9e5d3c7f22";

    private final KafkaTopic links = new KafkaTopic("triage.link.v1");
    private final KafkaTopic statuses = new KafkaTopic("intake.status.v1");
    private final KafkaTopic deadLetters = new KafkaTopic("intake-service.links-in.dlq");

    @Test
    void theCaptureIsWhatTriagePromises() {
        Contracts.of("triage-service").assertValid("item-status-changed.v1", CAPTURED.value());
        assertEquals(
                JsonPath.from(Contracts.of("triage-service").example("item-status-changed.v1"))
                        .getMap("$"),
                JsonPath.from(new String(CAPTURED.value(), StandardCharsets.UTF_8))
                        .getMap("$"));
    }

    @Test
    void anItemFollowsTheDeskAndItsReporterIsTold() {
        // Given
        JsonPath report = aReport("MAFINDO-2024-1127-03", 1);
        // When
        about(report, 0, 3, "ORDERED").sendTo(links);
        // Then
        awaitStatus(report, "ORDERED");
        List<ConsumerRecord<String, byte[]>> events = told(report, 1);
        Contracts.own()
                .assertValid("report-status-changed.v1", events.getFirst().value());
        var headers = KafkaTopic.headers(events.getFirst());
        assertEquals("id.siaga.report.status-changed.v1", headers.get("ce_type"));
        assertEquals("mafindo", headers.get("ce_audience"));
        assertEquals("1", headers.get("ce_sequence"));
        JsonPath data = JsonPath.from(new String(events.getFirst().value(), StandardCharsets.UTF_8));
        assertEquals("MAFINDO-2024-1127-03", data.getString("reference"));
        assertEquals("ORDERED", data.getString("itemStatus"));
        assertEquals("The platform was asked to act.", data.getString("reason"));
        assertEquals("2024-11-27T01:31:05.312Z", data.getString("changedAt"));
    }

    @Test
    void aReportIsAsFinishedAsItsLeastFinishedItem() {
        // Given
        JsonPath report = aReport("two", 2);
        // When
        about(report, 1, 5, "CLOSED").sendTo(links);
        about(report, 0, 6, "LINKED").sendTo(links);
        // Then
        awaitStatus(report, "LINKED");
        read(report).body("items[0].status", equalTo("LINKED"), "items[1].status", equalTo("CLOSED"));
        assertEquals(
                List.of("1", "2"),
                told(report, 2).stream()
                        .map(one -> KafkaTopic.headers(one).get("ce_sequence"))
                        .toList());
    }

    @Test
    void duplicatesAndStaleNewsChangeNothing() {
        // Given
        JsonPath report = aReport("stale", 1);
        Captured ordered = about(report, 0, 3, "ORDERED");
        // When
        ordered.sendTo(links);
        ordered.sendTo(links);
        about(report, 0, 3, "ORDERED").sendTo(links);
        about(report, 0, 2, "IN_REVIEW").sendTo(links);
        about(report, 0, 4, "ANSWERED").sendTo(links);
        // Then
        awaitStatus(report, "ANSWERED");
        assertEquals(
                List.of("ORDERED", "ANSWERED"),
                told(report, 2).stream()
                        .map(one -> JsonPath.from(new String(one.value(), StandardCharsets.UTF_8))
                                .getString("itemStatus"))
                        .toList());
    }

    @Test
    void whatCanNeverBeTakenGoesToItsDeadLetterTopicAlone() {
        // Given
        JsonPath report = aReport("poison", 1);
        Captured malformed = about(report, 0, 1, "LINKED").replacing("{", "[");
        Captured unknownStatus = about(report, 0, 2, "TELEPORTED");
        Captured noItem = about(report, 0, 3, "LINKED").replacing('"' + report.getString("items[0].id") + '"', "null");
        Captured beyondTime = about(report, 0, 4, "LINKED").replacing("2024-11-27", "+999999-11-27");
        Captured unknownReport = CAPTURED.with("ce_id", newId());
        Captured good = about(report, 0, 7, "DISMISSED");
        // When
        malformed.sendTo(links);
        unknownStatus.sendTo(links);
        noItem.sendTo(links);
        beyondTime.sendTo(links);
        unknownReport.sendTo(links);
        good.sendTo(links);
        // Then
        awaitStatus(report, "DISMISSED");
        for (Captured poison : List.of(malformed, unknownStatus, noItem, beyondTime, unknownReport)) {
            String id = String.valueOf(poison.headers().get("ce_id"));
            List<ConsumerRecord<String, byte[]>> buried = deadLetters.await(
                    1, one -> id.equals(KafkaTopic.headers(one).get("ce_id")));
            assertArrayEquals(poison.value(), buried.getFirst().value());
        }
        assertEquals(1, told(report, 1).size());
    }

    private static Captured about(JsonPath report, int item, int version, String status) {
        return CAPTURED.with("ce_id", newId())
                .with("ce_subject", report.getString("id"))
                .with("ce_correlationid", report.getString("id"))
                .with("ce_sequence", Integer.toString(version))
                .replacing(CAPTURED_REPORT, report.getString("id"))
                .replacing(CAPTURED_ITEM, report.getString("items[" + item + "].id"))
                .replacing("\"linkVersion\":3", "\"linkVersion\":" + version)
                .replacing("\"ORDERED\"", '"' + status + '"');
    }

    private static String newId() {
        return Uuid7.next(Clock.systemUTC()).toString();
    }

    private static JsonPath aReport(String reference, int items) {
        ReportFixture report = ReportFixture.aReport().with("reference", reference);
        for (int i = 0; i < items; i++) {
            report.about("https://contoh.example/" + reference + i);
        }
        return given().auth()
                .oauth2(Tokens.forClient("mafindo", "reporter"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(report.json())
                .post("/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static void awaitStatus(JsonPath report, String status) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> read(report)
                .body("status", equalTo(status)));
    }

    private static ValidatableResponse read(JsonPath report) {
        return given().auth()
                .oauth2(Tokens.forClient("mafindo", "reporter"))
                .get("/v1/reports/" + report.getString("id"))
                .then()
                .statusCode(200);
    }

    private List<ConsumerRecord<String, byte[]>> told(JsonPath report, int count) {
        return statuses.await(count, one -> report.getString("id")
                .equals(KafkaTopic.headers(one).get("ce_subject")));
    }
}
