// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.reconciliation;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the desk says it has told, held against what it has published, and how it tells that again. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class BooksTest {

    private static final String CASES = "triage.case.v1";
    private static final String ORDERS = "triage.order.v1";

    @Test
    void whatWasToldIsCountedAndWhatNobodyWasToldIsNot() {
        // Given an order of which its platform hears some things, and the desk alone others
        ReportFixture report = aReport();
        String order = Desk.anOrder(report);
        UUID caseId = Desk.caseOf(report);
        Desk.clarify("google", order, "Which part?").statusCode(200);
        Desk.reply(order, "All of it.").statusCode(200);
        say("google", order);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.alias(caseId, "youtube:short:" + UUID.randomUUID(), Desk.keyOf(caseId.toString()))
                .statusCode(200);
        // When
        JsonNode ordered = entry("orders", order);
        JsonNode opened = entry("cases", caseId.toString());
        // Then
        assertEquals(toldOf(ORDERS, order, ordered), ordered.path("told").asLong());
        assertEquals(
                toldOf(CASES, caseId.toString(), opened), opened.path("told").asLong());
        assertNotEquals(
                opened.path("sequence").asLong(), opened.path("told").asLong(), "an alias is told to intake alone");
    }

    @Test
    void aCaseIsToldAgainAsItIsBehindAllThatWasSeen() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        // When
        restate("cases", caseId, 5, 9).statusCode(201).body("restated", equalTo(1));
        // Then
        JsonNode again = Desk.events(CASES, "case.assessed", caseId, 2).getLast();
        assertEquals("IN_REVIEW", again.path("status").asText());
        JsonNode entry = entry("cases", caseId.toString());
        assertEquals(10, entry.path("sequence").asLong());
        assertEquals(6, entry.path("told").asLong(), "those that were told five are told one more");
        assertEquals(
                List.of("case-restated"),
                Desk.query("select act from record where case_id = ? order by seq desc limit 1", caseId));
        assertEquals(
                List.of("siaga-ops"), Desk.query("select party from restatement where ? = any (subjects)", caseId));
        // and what comes after it is higher
        Desk.assess(caseId, "fraud").statusCode(200);
        assertEquals(11, sequences(CASES, caseId.toString(), 4).getLast());
    }

    @Test
    void anOrderIsToldAgainFromItsIssue() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.acknowledge("google", order).statusCode(200);
        // When
        restate("orders", UUID.fromString(order), 0, 0).statusCode(201);
        // Then
        assertEquals(List.of(1L, 3L), numbers("order.issued", order));
        assertEquals(List.of(2L, 4L), numbers("order.acknowledged", order));
        assertEquals(2, entry("orders", order).path("told").asLong());
    }

    @Test
    void progressIsToldAgainBehindAllThatIntakeHasSeen() {
        // Given
        ReportFixture report = aReport();
        Desk.anAssessedCase(report, "fraud");
        UUID reportId = UUID.fromString(report.text("reportId"));
        // When
        restate("report-progress", reportId, 0, 40).statusCode(201);
        // Then
        JsonNode again = Desk.events("triage.link.v1", "item.status-changed", reportId, 3)
                .getLast();
        assertEquals(41, again.path("linkVersion").asLong());
        assertEquals("IN_REVIEW", again.path("status").asText());
        assertEquals(
                41, entry("report-progress", reportId.toString()).path("told").asLong());
    }

    @Test
    void whatIsNotKnownOrNotItsOwnIsNotToldAgain() {
        restate("cases", UUID.randomUUID(), 1, 1).statusCode(201).body("restated", equalTo(0));
        restate("reported-items", UUID.randomUUID(), 0, 0).statusCode(404);
        restate("novels", UUID.randomUUID(), 0, 0).statusCode(404);
        Desk.auditor().get("/v1/books/novels/entries").then().statusCode(404);
        Desk.auditor().get("/v1/books/cases/entries?from=yesterday").then().statusCode(400);
    }

    @Test
    void aDigestChangesWithWhatWasToldAndNotOtherwise() {
        // Given
        UUID caseId = Desk.aCase(aReport());
        String before = digest(caseId);
        assertEquals(before, digest(caseId));
        // When
        Desk.assess(caseId, "fraud").statusCode(200);
        // Then
        assertNotEquals(before, digest(caseId));
    }

    private static String digest(UUID caseId) {
        long millis = caseId.getMostSignificantBits() >>> 16;
        return Desk.auditor()
                .get(
                        "/v1/books/cases/digests?from={from}&to={to}&step=60",
                        Instant.ofEpochMilli(millis).toString(),
                        Instant.ofEpochMilli(millis + 1).toString())
                .then()
                .statusCode(200)
                .extract()
                .path("digests[0].digest");
    }

    private static ValidatableResponse restate(String book, UUID id, long told, long sequence) {
        return Desk.as(Tokens.forClient("siaga-ops", "operator"))
                .body(Map.of(
                        "reason",
                        "A disk was lost.",
                        "known",
                        List.of(Map.of("id", id, "told", told, "sequence", sequence))))
                .post("/v1/books/{book}/restatements", book)
                .then();
    }

    private static JsonNode entry(String book, String id) {
        long millis = UUID.fromString(id).getMostSignificantBits() >>> 16;
        List<Map<String, Object>> entries = Desk.auditor()
                .get(
                        "/v1/books/{book}/entries?from={from}&to={to}",
                        book,
                        Instant.ofEpochMilli(millis).toString(),
                        Instant.ofEpochMilli(millis + 1).toString())
                .then()
                .statusCode(200)
                .extract()
                .path("entries");
        return new ObjectMapper()
                .valueToTree(entries.stream()
                        .filter(one -> id.equals(one.get("id")))
                        .findFirst()
                        .orElseThrow());
    }

    private static void say(String party, String order) {
        Desk.platform(party)
                .body(Map.of("text", "Is a label enough?"))
                .post("/v1/orders/{id}/messages", order)
                .then()
                .statusCode(201);
    }

    /** How many events of a subject anybody outside is told, once all that it has numbered are there. */
    private static long toldOf(String topic, String subject, JsonNode entry) {
        return new KafkaTopic(topic)
                        .await(
                                entry.path("sequence").asInt(),
                                message -> subject.equals(
                                        KafkaTopic.headers(message).get("ce_subject")))
                        .stream()
                        .filter(message -> !KafkaTopic.headers(message)
                                .getOrDefault("ce_audience", "")
                                .isEmpty())
                        .count();
    }

    private static List<Long> sequences(String topic, String subject, int count) {
        return new KafkaTopic(topic)
                        .await(
                                count,
                                message -> subject.equals(
                                        KafkaTopic.headers(message).get("ce_subject")))
                        .stream()
                        .map(message -> Long.valueOf(KafkaTopic.headers(message).getOrDefault("ce_sequence", "0")))
                        .toList();
    }

    private static List<Long> numbers(String type, String order) {
        return new KafkaTopic(ORDERS)
                        .await(
                                2,
                                message ->
                                        order.equals(KafkaTopic.headers(message).get("ce_subject"))
                                                && ("id.siaga." + type + ".v1")
                                                        .equals(KafkaTopic.headers(message)
                                                                .get("ce_type")))
                        .stream()
                        .map(message -> Long.valueOf(KafkaTopic.headers(message).getOrDefault("ce_sequence", "0")))
                        .toList();
    }
}
