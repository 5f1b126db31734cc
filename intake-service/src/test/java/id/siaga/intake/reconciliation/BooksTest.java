// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.intake.submission.ReportFixture;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What intake says it has told the desk and reporters, and how it tells that again. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class BooksTest {

    private final KafkaTopic reports = new KafkaTopic("intake.report.v1");
    private final KafkaTopic statuses = new KafkaTopic("intake.status.v1");

    @Test
    void anItemIsToldAgainWithWhatBecameOfIt() {
        // Given
        JsonPath report = aReport();
        String kept = report.getString("items[0].id");
        String takenBack = report.getString("items[1].id");
        post("/v1/reports/" + report.getString("id") + "/withdrawal", "{\"reason\": \"Keliru.\", \"items\": [2]}", 200);
        // When
        restate("reported-items", kept, 0, 0).body("restated", equalTo(1));
        restate("reported-items", takenBack, 0, 0).body("restated", equalTo(1));
        // Then
        assertEquals(List.of("submitted 1", "submitted 2"), about(kept, 2));
        assertEquals(List.of("submitted 1", "withdrawn 2", "submitted 3", "withdrawn 4"), about(takenBack, 4));
        assertEquals("STANDING", entry("reported-items", kept).get("state"));
        assertEquals("WITHDRAWN", entry("reported-items", takenBack).get("state"));
    }

    @Test
    void supplementsAreToldAgainEachUnderANumberOfItsItem() {
        // Given
        JsonPath report = aReport();
        String item = report.getString("items[0].id");
        String path = "/v1/reports/" + report.getString("id") + "/supplements";
        List<String> supplements = List.of(
                post(path, "{\"statement\": \"Satu.\", \"items\": [1]}", 201).getString("supplements[0].id"),
                post(path, "{\"statement\": \"Dua.\", \"items\": [1]}", 201).getString("supplements[0].id"));
        // When
        operator()
                .body(Map.of(
                        "reason",
                        "A disk was lost.",
                        "known",
                        supplements.stream()
                                .map(id -> Map.of("id", id, "told", 0, "sequence", 0))
                                .toList()))
                .post("/v1/books/supplements/restatements")
                .then()
                .statusCode(201)
                .body("restated", equalTo(2));
        // Then
        assertEquals(
                List.of("submitted 1", "supplemented 2", "supplemented 3", "supplemented 4", "supplemented 5"),
                about(item, 5));
        assertEquals("", entry("supplements", supplements.getFirst()).get("state"));
    }

    @Test
    void whatReportersAreToldIsCountedAndGoesOnBehindAllThatWasSeen() {
        // Given a report with a change that its reporter was told, and one that it made itself
        JsonPath report = aReport();
        String id = report.getString("id");
        post("/v1/reports/" + id + "/supplements", "{\"statement\": \"Satu.\", \"items\": [1]}", 201);
        post("/v1/reports/" + id + "/withdrawal", "{\"reason\": \"Keliru.\", \"items\": [2]}", 200);
        assertEquals(1, entry("report-status", id).get("told"));
        assertEquals(2, entry("report-status", id).get("sequence"));
        // When
        restate("report-status", id, 3, 8).body("restated", equalTo(1));
        // Then
        assertEquals(List.of("2", "9"), numbers(id, 2));
        assertEquals(4, entry("report-status", id).get("told"), "those that were told three are told one more");
        assertEquals(9, entry("report-status", id).get("sequence"));
        // and what comes after it is counted on
        post("/v1/reports/" + id + "/withdrawal", "{\"reason\": \"Keliru.\"}", 200);
        assertEquals(List.of("2", "9", "10"), numbers(id, 3));
        assertEquals(5, entry("report-status", id).get("told"));
    }

    private static JsonPath aReport() {
        ReportFixture report = ReportFixture.aReport();
        for (int i = 0; i < 2; i++) {
            report.about("https://contoh.example/" + UUID.randomUUID());
        }
        return post("/v1/reports", report.json(), 201);
    }

    private static JsonPath post(String path, String body, int status) {
        return given().auth()
                .oauth2(Tokens.forClient("mafindo", "reporter"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification operator() {
        return given().auth()
                .oauth2(Tokens.forClient("siaga-ops", "operator"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json");
    }

    private static ValidatableResponse restate(String book, String id, long told, long sequence) {
        return operator()
                .body(Map.of(
                        "reason",
                        "A disk was lost.",
                        "known",
                        List.of(Map.of("id", id, "told", told, "sequence", sequence))))
                .post("/v1/books/{book}/restatements", book)
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> entry(String book, String id) {
        Instant time = Instant.ofEpochMilli(UUID.fromString(id).getMostSignificantBits() >>> 16);
        List<Map<String, Object>> entries = operator()
                .get(
                        "/v1/books/{book}/entries?from={from}&to={to}",
                        book,
                        time.toString(),
                        time.plusMillis(1).toString())
                .then()
                .statusCode(200)
                .extract()
                .path("entries");
        return entries.stream()
                .filter(one -> id.equals(one.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> about(String item, int count) {
        return headers(reports, item, count).stream()
                .map(one -> String.valueOf(one.get("ce_type")).split("[.]", -1)[3] + " " + one.get("ce_sequence"))
                .toList();
    }

    private List<String> numbers(String report, int count) {
        return headers(statuses, report, count).stream()
                .map(one -> String.valueOf(one.get("ce_sequence")))
                .toList();
    }

    private static List<Map<String, String>> headers(KafkaTopic topic, String subject, int count) {
        List<ConsumerRecord<String, byte[]>> found =
                topic.await(count, one -> subject.equals(KafkaTopic.headers(one).get("ce_subject")));
        return found.stream().map(KafkaTopic::headers).toList();
    }
}
