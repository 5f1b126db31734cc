// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import static id.siaga.intake.submission.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class ReportResourceTest {

    @Test
    void aReportIsStoredAndAnsweredAtOnce() {
        // Given
        String body = aReport()
                .with("reference", "MAFINDO-7")
                .with("category", "election-hoax")
                .with("region", "ID-JB")
                .with("urgencyReason", "Hari pemungutan suara.")
                .with("references", List.of(Map.of("url", "https://cekfakta.example/1", "kind", "FACT_CHECK")))
                .about("https://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=share")
                .quoting("Awas! TPS sudah ditutup.")
                .json();
        // When
        Response response = post("mafindo", body);
        // Then
        String id = response.then()
                .statusCode(201)
                .header("API-Version", "1.0.0")
                .body(
                        "party", equalTo("mafindo"),
                        "reference", equalTo("MAFINDO-7"),
                        "election", is(true),
                        "flags", contains("politicalSpeech"),
                        "status", equalTo("RECEIVED"),
                        "items", hasSize(2),
                        "items[0].number", is(1),
                        "items[0].contentKey.key", equalTo("youtube:video:dQw4w9WgXcQ"),
                        "items[0].contentKey.platform", equalTo("youtube"),
                        "items[0].text", nullValue(),
                        "items[1].url", nullValue(),
                        "items[1].contentKey.kind", equalTo("quote"),
                        "items[1].status", equalTo("RECEIVED"),
                        "references[0].kind", equalTo("FACT_CHECK"),
                        "receivedAt", not(emptyOrNullString()))
                .extract()
                .path("id");
        assertTrue(response.header("Location").endsWith("/v1/reports/" + id));
        assertEquals(
                response.jsonPath().getMap("$"),
                as("mafindo", "reporter")
                        .get(response.header("Location"))
                        .jsonPath()
                        .getMap("$"));
    }

    @Test
    void eachItemIsToldToTheDesk() {
        // Given
        String video = "https://www.tiktok.com/@warga/video/7301234567890123456";
        String body = aReport().liveAt(video).quoting("Pesan berantai").json();
        // When
        JsonPath report = post("bawaslu", body).then().statusCode(201).extract().jsonPath();
        // Then
        String id = report.getString("id");
        List<ConsumerRecord<String, byte[]>> events = new KafkaTopic("intake.report.v1")
                .await(2, one -> id.equals(KafkaTopic.headers(one).get("ce_correlationid")));
        assertEquals(2, events.size());
        ConsumerRecord<String, byte[]> first = events.stream()
                .filter(one -> report.getString("items[0].id")
                        .equals(KafkaTopic.headers(one).get("ce_subject")))
                .findFirst()
                .orElseThrow();
        Map<String, String> headers = KafkaTopic.headers(first);
        assertEquals("id.siaga.report.submitted.v1", headers.get("ce_type"));
        assertEquals("/intake-service", headers.get("ce_source"));
        assertEquals("1", headers.get("ce_sequence"));
        assertEquals("", headers.get("ce_audience"));
        assertEquals("application/json", headers.get("content-type"));
        assertTrue(headers.containsKey("traceparent"), () -> headers.keySet().toString());
        assertFalse(first.key().contains("tiktok"), "a locator stands in the key");
        for (ConsumerRecord<String, byte[]> event : events) {
            Contracts.own().assertValid("report-submitted.v1", event.value());
        }
        JsonPath data = JsonPath.from(new String(first.value(), StandardCharsets.UTF_8));
        assertEquals(video, data.getString("content.url"));
        assertEquals("tiktok:video:7301234567890123456", data.getString("content.key"));
        assertTrue(data.getBoolean("liveStream"));
        assertEquals("bawaslu", data.getString("party"));
    }

    @Test
    void anotherPartysReportIsNotThere() {
        // Given
        String location = post("komdigi", aReport().json()).header("Location");
        // Then
        as("mafindo", "reporter")
                .get(location)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:siaga:problem:not-found"));
        as("kpu", "reporter", "platform").get(location).then().statusCode(404);
        as("ombudsman", "auditor").get(location).then().statusCode(200).body("party", equalTo("komdigi"));
        given().auth()
                .oauth2(Tokens.forPerson("posko", "ratna", "officer"))
                .get(location)
                .then()
                .statusCode(200);
    }

    @Test
    void aReportThatNeverWasIsNotThere() {
        as("komdigi", "reporter").get("/v1/reports/" + UUID.randomUUID()).then().statusCode(404);
        as("komdigi", "reporter").get("/v1/reports/not-an-id").then().statusCode(404);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerAgain() {
        // Given
        String key = UUID.randomUUID().toString();
        String body = aReport().json();
        Response first = post("komdigi", key, body);
        // When
        Response again = post("komdigi", key, body);
        // Then
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        // Given
        String key = UUID.randomUUID().toString();
        post("komdigi", key, aReport().json()).then().statusCode(201);
        // Then
        post("komdigi", key, aReport().quoting("lain").json()).then().statusCode(422);
        post("mafindo", key, aReport().quoting("lain").json()).then().statusCode(201);
    }

    @Test
    void aHundredAtOnceWithOneKeyMakeOneReport() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        String token = Tokens.forClient("polri", "authority");
        String body = aReport().with("reference", key).json();
        List<Callable<Response>> calls = Collections.nCopies(100, () -> given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/reports"));
        // When
        Set<String> answers = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            for (Future<Response> call : threads.invokeAll(calls)) {
                assertEquals(201, call.get().statusCode(), call.get().asString());
                answers.add(call.get().asString());
            }
        }
        // Then
        assertEquals(1, answers.size());
        as("polri", "authority")
                .get("/v1/reports?limit=200")
                .then()
                .body("reports.findAll { it.reference == '" + key + "' }", hasSize(1));
    }

    @Test
    void aListIsReadPageByPageNewestFirst() {
        // Given
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            submitted.add(post("snackvideo", aReport().json()).path("id"));
        }
        // When
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            Response page = as("snackvideo", "reporter").get("/v1/reports?status=RECEIVED&limit=2" + cursor);
            page.then().statusCode(200).body("reports.party", everyItem(equalTo("snackvideo")));
            listed.addAll(page.jsonPath().getList("reports.id", String.class));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        } while (cursor != null);
        // Then
        assertEquals(Set.copyOf(submitted), Set.copyOf(listed));
        assertEquals(
                listed.stream().distinct().sorted(Collections.reverseOrder()).toList(), listed);
        as("snackvideo", "reporter")
                .get("/v1/reports?status=CLOSED")
                .then()
                .body("reports", hasSize(0), "next", nullValue());
    }

    @Test
    void theDeskSeesTheReportsOfAll() {
        post("mafindo", aReport().json());
        post("komdigi", aReport().json());
        given().auth()
                .oauth2(Tokens.forPerson("posko", "ratna", "officer"))
                .get("/v1/reports?limit=200")
                .then()
                .body("reports.party", hasItem("mafindo"))
                .body("reports.party", hasItem("komdigi"));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of("{\"category\": \"hoax\"", ""),
                Arguments.of("[]", ""),
                Arguments.of("null", ""),
                Arguments.of("", ""),
                Arguments.of(aReport().with("category", "gossip").json(), "/category"),
                Arguments.of(aReport().with("category", 7).json(), "/category"),
                Arguments.of(aReport().with("statementOfReasons", " ").json(), "/statementOfReasons"),
                Arguments.of(
                        aReport().with("statementOfReasons", "a".repeat(5_001)).json(), "/statementOfReasons"),
                Arguments.of(aReport().with("statementOfReasons", "a\u0000b").json(), "/statementOfReasons"),
                Arguments.of(aReport().with("reference", "r".repeat(101)).json(), "/reference"),
                Arguments.of(aReport().with("region", "JB").json(), "/region"),
                Arguments.of(aReport().with("urgencyReason", "").json(), "/urgencyReason"),
                Arguments.of(
                        aReport().with("flags", List.of("satire", "sarcasm")).json(), "/flags/1"),
                Arguments.of(aReport().with("election", "yes").json(), "/election"),
                Arguments.of(aReport().with("goodFaith", null).json(), "/goodFaith"),
                Arguments.of(aReport().with("goodFaith", false).json(), "/goodFaith"),
                Arguments.of(aReport().with("region", "ID-QQ").json(), "/region"),
                Arguments.of(aReport().with("regency", "3273").json(), "/regency"),
                Arguments.of(aReport().with("regency", "99.01").json(), "/regency"),
                Arguments.of(
                        aReport()
                                .with("region", "ID-JT")
                                .with("regency", "32.73")
                                .json(),
                        "/regency"),
                Arguments.of(aReport().with("newFacts", "").json(), "/newFacts"),
                Arguments.of(
                        aReport()
                                .with("requestedMeasure", Map.of("instrument", "PLEA"))
                                .json(),
                        "/requestedMeasure/instrument"),
                Arguments.of(
                        aReport()
                                .with(
                                        "requestedMeasure",
                                        Map.of("instrument", "NOTICE", "territorialScope", List.of("ID", "QZ")))
                                .json(),
                        "/requestedMeasure/territorialScope/1"),
                Arguments.of(
                        aReport()
                                .with("legalBasis", List.of(Map.of("instrument", "UU ITE")))
                                .json(),
                        "/legalBasis/0/article"),
                Arguments.of(
                        aReport()
                                .with("confidentiality", Map.of("reason", "x", "until", "2001-01-01T00:00:00Z"))
                                .json(),
                        "/confidentiality/until"),
                Arguments.of(
                        aReport().with("confidentiality", Map.of("reason", "x")).json(), "/confidentiality/until"),
                Arguments.of(
                        aReport()
                                .with("contact", Map.of("name", "Siti", "email", "siti"))
                                .json(),
                        "/contact/email"),
                Arguments.of(
                        aReport()
                                .with("contact", Map.of("name", "Siti", "phone", "0812"))
                                .json(),
                        "/contact/phone"),
                Arguments.of(
                        aReport()
                                .item(Map.of("text", "x", "language", "bahasa indonesia"))
                                .json(),
                        "/items/0/language"),
                Arguments.of(
                        aReport()
                                .item(Map.of("text", "x", "observedAt", "2999-01-01T00:00:00Z"))
                                .json(),
                        "/items/0/observedAt"),
                Arguments.of(
                        aReport()
                                .item(Map.of("text", "x", "observedAt", "yesterday"))
                                .json(),
                        "/items/0/observedAt"),
                Arguments.of(
                        aReport()
                                .item(Map.of("text", "x", "mediaSha256", "abc"))
                                .json(),
                        "/items/0/mediaSha256"),
                Arguments.of(
                        aReport()
                                .with("category", "child-sexual-abuse")
                                .quoting("x")
                                .json(),
                        "/items/0/text"),
                Arguments.of(aReport().with("colour", "red").json(), "/colour"),
                Arguments.of(aReport().with("items", List.of()).json(), "/items"),
                Arguments.of(
                        aReport()
                                .with("items", Collections.nCopies(51, Map.of("text", "x")))
                                .json(),
                        "/items"),
                Arguments.of(aReport().with("items", Map.of()).json(), "/items"),
                Arguments.of(aReport().quoting("x").item(Map.of()).json(), "/items/1"),
                Arguments.of(
                        aReport()
                                .item(Map.of("url", "https://a.example", "text", "x"))
                                .json(),
                        "/items/0"),
                Arguments.of(aReport().about("not a url").json(), "/items/0/url"),
                Arguments.of(aReport().about("ftp://a.example/x").json(), "/items/0/url"),
                Arguments.of(
                        aReport()
                                .about("https://a.example/" + "x".repeat(4_096))
                                .json(),
                        "/items/0/url"),
                Arguments.of(aReport().quoting("").json(), "/items/0/text"),
                Arguments.of(aReport().quoting(" \u200b ").json(), "/items/0/text"),
                Arguments.of(
                        aReport().item(Map.of("text", "x", "liveStream", 1)).json(), "/items/0/liveStream"),
                Arguments.of(
                        aReport()
                                .with("references", List.of(Map.of("url", "x", "kind", "NEWS")))
                                .json(),
                        "/references/0/url"),
                Arguments.of(
                        aReport()
                                .with("references", List.of(Map.of("url", "https://a.example", "kind", "GOSSIP")))
                                .json(),
                        "/references/0/kind"),
                Arguments.of(
                        aReport()
                                .with("references", List.of(Map.of("url", "https://a.example")))
                                .json(),
                        "/references/0/kind"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void whatIsWrongIsRefusedAndItsPlaceNamed(String body, String pointer) {
        post("komdigi", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", containsString("urn:siaga:problem:"), "errors.pointer", hasItem(pointer));
    }

    @Test
    void everyWrongItemIsNamedAtOnce() {
        post("komdigi", aReport().about("x").quoting("baik").item(Map.of()).json())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/items/0/url", "/items/2"));
    }

    @Test
    void aRequestWithoutKeyOrWithWrongParametersIsRefused() {
        as("komdigi", "reporter")
                .contentType("application/json")
                .body(aReport().json())
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("header:Idempotency-Key"));
        as("komdigi", "reporter")
                .get("/v1/reports?limit=0")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("query:limit"));
        as("komdigi", "reporter").get("/v1/reports?limit=201").then().statusCode(400);
        as("komdigi", "reporter")
                .get("/v1/reports?cursor=x")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("query:cursor"));
        as("komdigi", "reporter")
                .get("/v1/reports?status=LOST")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("query:status"));
        as("komdigi", "reporter")
                .get("/v1/reports?limit=many")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("query:limit"));
    }

    @Test
    void everythingAReportCarriesIsReadAgainAndTold() {
        // Given
        String url = ReportFixture.somewhere();
        String body = aReport()
                .with("category", "incitement-to-violence")
                .with("region", "ID-JB")
                .with("regency", "32.73")
                .with("newFacts", "Kini dibagikan ulang.")
                .with(
                        "requestedMeasure",
                        Map.of("instrument", "ORDER", "action", "REMOVE", "territorialScope", List.of("ID")))
                .with("legalBasis", List.of(Map.of("instrument", "UU ITE", "article", "28(2)")))
                .with("legalAnalysis", "Ajakan menyerang gudang surat suara.")
                .with("issuingAuthority", Map.of("name", "Bareskrim Polri", "fileReference", "B/123/XI/2024"))
                .with("confidentiality", Map.of("reason", "Penyidikan", "until", "2999-01-01T00:00:00Z"))
                .with("contact", Map.of("name", "Siti Rahma", "email", "siti@polri.example"))
                .item(Map.of(
                        "url", url,
                        "contentType", "VIDEO",
                        "language", "id",
                        "observedAt", "2024-11-27T01:10:00Z",
                        "authorAccount", "@kabarwarga",
                        "mediaSha256", "AB".repeat(32)))
                .json();
        // When
        Response response = as("polri", "authority")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/v1/reports");
        // Then
        String id = response.then()
                .statusCode(201)
                .body(
                        "regency", equalTo("32.73"),
                        "goodFaith", is(true),
                        "requestedMeasure.instrument", equalTo("ORDER"),
                        "requestedMeasure.territorialScope", contains("ID"),
                        "legalBasis[0].article", equalTo("28(2)"),
                        "issuingAuthority.fileReference", equalTo("B/123/XI/2024"),
                        "confidentiality.until", equalTo("2999-01-01T00:00:00Z"),
                        "items[0].language", equalTo("id"),
                        "items[0].observedAt", equalTo("2024-11-27T01:10:00Z"),
                        "items[0].mediaSha256", equalTo("ab".repeat(32)),
                        "supplemented", empty())
                .extract()
                .path("id");
        assertFalse(response.asString().contains("Siti"), "the contact is kept apart");
        assertEquals(
                response.jsonPath().getMap("$"),
                as("polri", "authority").get("/v1/reports/" + id).jsonPath().getMap("$"));
        ConsumerRecord<String, byte[]> event = new KafkaTopic("intake.report.v1")
                .await(1, one -> id.equals(KafkaTopic.headers(one).get("ce_correlationid")))
                .getFirst();
        Contracts.own().assertValid("report-submitted.v1", event.value());
        String data = new String(event.value(), StandardCharsets.UTF_8);
        assertFalse(data.contains("Siti"), "an event tells who the reporter is");
        assertEquals("B/123/XI/2024", JsonPath.from(data).getString("issuingAuthority.fileReference"));
    }

    @Test
    void onlyAnAuthorityAsksForAnOrderAndSaysByWhatRight() {
        // Given
        String body = aReport()
                .with("requestedMeasure", Map.of("instrument", "ORDER"))
                .json();
        // Then
        post("komdigi", body).then().statusCode(403);
        as("polri", "authority")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/legalBasis",
                                "/legalAnalysis",
                                "/requestedMeasure/action",
                                "/requestedMeasure/territorialScope",
                                "/issuingAuthority"));
    }

    private static Response post(String party, String body) {
        return post(party, UUID.randomUUID().toString(), body);
    }

    private static Response post(String party, String key, String body) {
        return as(party, "reporter")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/reports");
    }

    private static RequestSpecification as(String party, String... roles) {
        return given().auth().oauth2(Tokens.forClient(party, roles));
    }
}
