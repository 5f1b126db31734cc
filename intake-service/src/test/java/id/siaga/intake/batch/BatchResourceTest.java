// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import static id.siaga.intake.submission.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.intake.submission.ReportFixture;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class BatchResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void eachReportOfABatchIsTakenOrRefusedForItself() {
        // Given
        String known = ReportFixture.somewhere();
        String good = aReport().about(known).json();
        String wrong = aReport().with("category", "gossip").json();
        String again = aReport().about(known).with("newFacts", "Baru.").json();
        String key = UUID.randomUUID().toString();
        // When
        Response first = batch(key, good, wrong, "7", again, aReport().json());
        Response another = batch(key, good);
        // Then
        first.then()
                .statusCode(207)
                .body(
                        "results.index", contains(0, 1, 2, 3, 4),
                        "results.status", contains(201, 400, 400, 200, 201),
                        "results[1].problem.errors.pointer", hasItem("/category"),
                        "results[1].id", nullValue(),
                        "results[3].supplemented.reportId", contains(first.<String>path("results[0].id")));
        another.then().statusCode(422);
        String id = first.path("results[4].id");
        assertEquals(
                1,
                new KafkaTopic("intake.report.v1")
                        .await(1, event -> id.equals(KafkaTopic.headers(event).get("ce_correlationid")))
                        .size());
    }

    @Test
    void aBatchSentAgainIsAnsweredAsBefore() {
        // Given
        String key = UUID.randomUUID().toString();
        String report = aReport().json();
        // When
        Response first = batch(key, report);
        Response again = batch(key, report);
        // Then
        assertEquals(first.asString(), again.asString());
        again.then().statusCode(207).header("Idempotency-Replayed", "true");
    }

    @Test
    void aBatchHasFromOneToAThousandReports() {
        batch(UUID.randomUUID().toString()).then().statusCode(400).body("errors.pointer", contains("/reports"));
        batch(
                        UUID.randomUUID().toString(),
                        Stream.generate(() -> "{}").limit(1001).toArray(String[]::new))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reports"));
    }

    @Test
    void anImportAnswersEachLineAndGoesOnWhereItWas() {
        // Given
        List<String> lines = IntStream.range(0, 1203)
                .mapToObj(i -> i % 100 == 7
                        ? aReport().with("category", "gossip").json()
                        : aReport().json())
                .collect(Collectors.toList());
        lines.set(3, "");
        String key = UUID.randomUUID().toString();
        // When: the first half, as if the connection had broken off, and then all of it
        List<JsonNode> half = imported(key, String.join("\n", lines.subList(0, 600)));
        List<JsonNode> whole = imported(key, String.join("\n", lines) + "\n");
        // Then
        assertEquals(599, half.size());
        assertEquals(1202, whole.size());
        assertEquals(
                half.stream().map(line -> line.path("id").asText()).toList(),
                whole.subList(0, 599).stream()
                        .map(line -> line.path("id").asText())
                        .toList());
        assertEquals(
                IntStream.rangeClosed(1, 1203).filter(i -> i != 4).boxed().toList(),
                whole.stream().map(line -> line.path("line").asInt()).toList());
        assertEquals(
                12,
                whole.stream()
                        .filter(line -> line.path("status").asInt() == 400)
                        .count());
        assertEquals(
                1190,
                whole.stream()
                        .filter(line -> line.path("status").asInt() == 201)
                        .count());
        assertEquals("/category", whole.get(6).at("/problem/errors/0/pointer").asText());
        assertTrue(whole.getLast().path("id").isTextual());
    }

    @Test
    void aLineThatWasAnotherBeforeIsRefusedAlone() {
        // Given
        String key = UUID.randomUUID().toString();
        String first = aReport().json();
        List<JsonNode> before = imported(key, first + "\n" + aReport().json());
        // When
        List<JsonNode> after =
                imported(key, first + "\n" + aReport().json() + "\n" + aReport().json());
        // Then
        assertEquals(
                List.of(201, 422, 201),
                after.stream().map(line -> line.path("status").asInt()).toList());
        assertEquals(before.getFirst().path("id"), after.getFirst().path("id"));
    }

    @Test
    void whatNoParserReadsCostsItsOwnLineOnly() {
        // Given
        byte[] body = ("{\"category\"\n" + "\u0000\n" + "[".repeat(5000) + "\n" + "x".repeat(3 << 20) + "\n"
                        + aReport().json() + "\nnull\n")
                .getBytes(UTF_8);
        body[0] = (byte) 0xff;
        // When
        List<JsonNode> results = lines(importing(UUID.randomUUID().toString(), body));
        // Then
        assertEquals(
                List.of(400, 400, 400, 413, 201, 400),
                results.stream().map(line -> line.path("status").asInt()).toList());
    }

    @Test
    void anImportNeedsAKeyAndItsMediaType() {
        given().config(asItIs())
                .auth()
                .oauth2(Tokens.forClient("google", "reporter"))
                .contentType("application/x-ndjson")
                .body(aReport().json().getBytes(UTF_8))
                .post("/v1/reports/imports")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("header:Idempotency-Key"));
        given().auth()
                .oauth2(Tokens.forClient("google", "reporter"))
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body(aReport().json())
                .post("/v1/reports/imports")
                .then()
                .statusCode(415)
                .body("type", equalTo("urn:siaga:problem:unsupported-media-type"));
    }

    @Test
    void anEmptyImportHasNoResults() {
        assertEquals(List.of(), imported(UUID.randomUUID().toString(), "\n\n"));
    }

    private static List<JsonNode> imported(String key, String body) {
        return lines(importing(key, body.getBytes(UTF_8)));
    }

    private static RestAssuredConfig asItIs() {
        return RestAssuredConfig.config()
                .encoderConfig(
                        EncoderConfig.encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.BINARY));
    }

    private static Response importing(String key, byte[] body) {
        return given().config(asItIs())
                .auth()
                .oauth2(Tokens.forClient("google", "reporter"))
                .header("Idempotency-Key", key)
                .contentType("application/x-ndjson")
                .body(body)
                .post("/v1/reports/imports");
    }

    private static List<JsonNode> lines(Response response) {
        assertEquals(200, response.statusCode(), response.asString());
        return response.asString().lines().map(BatchResourceTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private static Response batch(String key, String... reports) {
        return given().auth()
                .oauth2(Tokens.forClient("google", "reporter"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"reports\": [" + String.join(",", reports) + "]}")
                .post("/v1/reports/batch");
    }
}
