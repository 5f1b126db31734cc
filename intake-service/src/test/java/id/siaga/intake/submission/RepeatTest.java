// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import static id.siaga.intake.submission.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What a party says again, adds, or takes back. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class RepeatTest {

    private final KafkaTopic told = new KafkaTopic("intake.report.v1");

    @Test
    void whatAPartyReportsAgainIsAddedToItsFirstReport() {
        // Given
        String video = "https://youtu.be/" + UUID.randomUUID().toString().substring(0, 11);
        String first = post("mafindo", aReport().about(video).json())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String again = aReport()
                .about(video.replace("youtu.be/", "m.youtube.com/watch?v="))
                .with("statementOfReasons", "Diunggah ulang.")
                .with("newFacts", "Judulnya baru.")
                .json();
        // When
        Response response = post("mafindo", again);
        // Then
        response.then()
                .statusCode(200)
                .body(
                        "id", equalTo(first),
                        "supplemented", hasSize(1),
                        "supplemented[0].number", equalTo(1),
                        "supplemented[0].reportId", equalTo(first));
        as("mafindo")
                .get("/v1/reports/" + first + "/supplements")
                .then()
                .body(
                        "supplements.statement",
                        contains("Diunggah ulang."),
                        "supplements.newFacts",
                        contains("Judulnya baru."));
        as("mafindo")
                .get("/v1/reports/" + first + "/history")
                .then()
                .body("steps.kind", contains("RECEIVED", "SUPPLEMENT"));
        List<ConsumerRecord<String, byte[]>> events = events(first, 2);
        assertEquals(
                "id.siaga.report.supplemented.v1",
                KafkaTopic.headers(events.get(1)).get("ce_type"));
        assertEquals("2", KafkaTopic.headers(events.get(1)).get("ce_sequence"));
        assertEquals(events.get(0).key(), events.get(1).key());
        Contracts.own().assertValid("report-supplemented.v1", events.get(1).value());
    }

    @Test
    void aReportOfOldAndNewContentIsStoredWithTheNew() {
        // Given
        String known = ReportFixture.somewhere();
        String first = post("ombudsman", aReport().about(known).json()).path("id");
        // When
        Response mixed = post(
                "ombudsman",
                aReport().about(known).about(ReportFixture.somewhere()).json());
        // Then
        mixed.then()
                .statusCode(201)
                .body(
                        "items.number",
                        contains(2),
                        "supplemented.number",
                        contains(1),
                        "supplemented[0].reportId",
                        equalTo(first));
        assertNotEquals(first, mixed.path("id"));
    }

    @Test
    void anotherPartyOrUnitReportsForItself() {
        // Given
        String url = ReportFixture.somewhere();
        String first = post("komdigi", aReport().about(url).json()).path("id");
        // Then
        post("bawaslu", aReport().about(url).json()).then().statusCode(201);
        String ofUnit = asUnit("komdigi", "jabar")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(aReport().about(url).json())
                .post("/v1/reports")
                .then()
                .statusCode(201)
                .body("unit", equalTo("jabar"))
                .extract()
                .path("id");
        asUnit("komdigi", "jabar").get("/v1/reports/" + ofUnit).then().statusCode(200);
        asUnit("komdigi", "jatim").get("/v1/reports/" + ofUnit).then().statusCode(404);
        asUnit("komdigi", "jabar").get("/v1/reports/" + first).then().statusCode(404);
        asUnit("komdigi", "jabar").get("/v1/reports").then().body("reports.id", contains(ofUnit));
        as("komdigi").get("/v1/reports?limit=200").then().body("reports.id", hasItems(ofUnit, first));
    }

    @Test
    void manyAtOnceAboutOneContentAreOneReportAndSupplements() throws Exception {
        // Given
        String body = aReport().about(ReportFixture.somewhere()).json();
        List<Callable<Response>> calls = IntStream.range(0, 20)
                .<Callable<Response>>mapToObj(i -> () -> post("bawaslu", body))
                .toList();
        // When
        Set<String> ids = new HashSet<>();
        int created = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            for (Future<Response> call : threads.invokeAll(calls)) {
                created += call.get().statusCode() == 201 ? 1 : 0;
                ids.add(call.get().path("id"));
            }
        }
        // Then
        assertEquals(1, created);
        assertEquals(1, ids.size());
        String id = ids.iterator().next();
        as("bawaslu").get("/v1/reports/" + id + "/supplements").then().body("supplements", hasSize(19));
        assertEquals(
                IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList(),
                events(id, 20).stream()
                        .map(event -> KafkaTopic.headers(event).get("ce_sequence"))
                        .toList());
    }

    @Test
    void aSupplementIsAddedOnceAndToOwnItemsOnly() {
        // Given
        String id = post(
                        "mafindo",
                        aReport()
                                .about(ReportFixture.somewhere())
                                .quoting("Pesan " + UUID.randomUUID())
                                .json())
                .path("id");
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("statement", "Sudah diklarifikasi KPU.", "items", List.of(2));
        // When
        Response first = supplement("mafindo", id, key, body);
        Response again = supplement("mafindo", id, key, body);
        // Then
        first.then().statusCode(201).body("supplements.item", contains(2));
        assertEquals(first.asString(), again.asString());
        supplement("mafindo", id, UUID.randomUUID().toString(), Map.of("statement", "x", "items", List.of(3)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/items"));
        supplement("ombudsman", id, UUID.randomUUID().toString(), body).then().statusCode(404);
        as("mafindo").get("/v1/reports/" + id + "/supplements").then().body("supplements", hasSize(1));
    }

    @Test
    void aWithdrawnItemStandsNoLonger() {
        // Given
        String url = ReportFixture.somewhere();
        String id = post(
                        "ombudsman",
                        aReport().about(url).about(ReportFixture.somewhere()).json())
                .path("id");
        // When
        Response withdrawn = withdraw("ombudsman", id, Map.of("reason", "Keliru.", "items", List.of(1)));
        // Then
        withdrawn
                .then()
                .statusCode(200)
                .body("items.status", contains("WITHDRAWN", "RECEIVED"), "status", equalTo("RECEIVED"));
        withdraw("ombudsman", id, Map.of("reason", "Keliru juga."))
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"), "items.reason", contains("Keliru.", "Keliru juga."));
        withdraw("ombudsman", id, Map.of("reason", "Lagi."))
                .then()
                .statusCode(200)
                .body("items[0].reason", equalTo("Keliru."));
        supplement("ombudsman", id, UUID.randomUUID().toString(), Map.of("statement", "x"))
                .then()
                .statusCode(409);
        post("ombudsman", aReport().about(url).json()).then().statusCode(201).body("supplemented", empty());
        withdraw("mafindo", id, Map.of("reason", "x")).then().statusCode(404);
        List<ConsumerRecord<String, byte[]>> events = told.await(
                2,
                event -> id.equals(KafkaTopic.headers(event).get("ce_correlationid"))
                        && "id.siaga.report.withdrawn.v1"
                                .equals(KafkaTopic.headers(event).get("ce_type")));
        Contracts.own().assertValid("report-withdrawn.v1", events.getFirst().value());
        List<ConsumerRecord<String, byte[]>> statuses = new KafkaTopic("intake.status.v1")
                .await(2, event -> id.equals(KafkaTopic.headers(event).get("ce_subject")));
        assertEquals(
                List.of("WITHDRAWN", "WITHDRAWN"),
                statuses.stream()
                        .map(event -> JsonPath.from(new String(event.value(), StandardCharsets.UTF_8))
                                .getString("itemStatus"))
                        .toList());
    }

    private List<ConsumerRecord<String, byte[]>> events(String report, int count) {
        return told.await(
                count, event -> report.equals(KafkaTopic.headers(event).get("ce_correlationid")));
    }

    private static Response supplement(String party, String id, String key, Object body) {
        return as(party)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/reports/" + id + "/supplements");
    }

    private static Response withdraw(String party, String id, Object body) {
        return as(party).contentType("application/json").body(body).post("/v1/reports/" + id + "/withdrawal");
    }

    private static Response post(String party, String body) {
        return as(party)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/v1/reports");
    }

    private static RequestSpecification as(String party) {
        return given().auth().oauth2(Tokens.forClient(party, "reporter"));
    }

    private static RequestSpecification asUnit(String party, String unit) {
        return given().auth().oauth2(Tokens.forUnit(party, unit, "reporter"));
    }
}
