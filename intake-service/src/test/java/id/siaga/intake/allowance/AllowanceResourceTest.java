// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import static id.siaga.intake.submission.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.web.Problem;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a party is told that takes too much; its limits are in the tests' configuration, each unit's are its own. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class AllowanceResourceTest {

    private final String unit = "unit-" + UUID.randomUUID();

    private Response post(String party, String body) {
        return post(party, unit, body);
    }

    private static Response post(String party, String unit, String body) {
        return given().auth()
                .oauth2(Tokens.forUnit(party, unit, "reporter"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/v1/reports");
    }

    /** The first of many answers that is not the usual one; a rate may give some back meanwhile. */
    private static Response postUntilRefused(String party, String unit, Supplier<String> body, int usual) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Response response = post(party, unit, body.get());
            statuses.add(response.statusCode());
            if (response.statusCode() != usual) {
                assertEquals(429, response.statusCode());
                return response;
            }
        }
        throw new AssertionError("never refused: " + statuses);
    }

    @Test
    void whoSendsTooFastIsToldWhenToComeBack() {
        postUntilRefused("elsam", unit, () -> aReport().json(), 201)
                .then()
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", equalTo("1"))
                .header("RateLimit-Policy", equalTo("\"rate\";q=3;w=3, \"quota\";q=500000;w=86400"))
                .header("RateLimit", equalTo("\"rate\";r=0;t=1"))
                .body(
                        "type", equalTo("urn:siaga:problem:rate-limited"),
                        "status", equalTo(429),
                        "limit", equalTo(3),
                        "windowSeconds", equalTo(3),
                        "remaining", equalTo(0),
                        "retryAfterSeconds", equalTo(1));
    }

    @Test
    void whoHasUsedTheQuotaOfTheDayIsToldToComeBackTomorrow() {
        // Given
        for (int i = 0; i < 3; i++) {
            post("cekfakta", aReport().json()).then().statusCode(201);
        }
        // When
        Response fourth = post("cekfakta", aReport().json());
        // Then
        fourth.then()
                .statusCode(429)
                .header("RateLimit", matchesRegex("\"quota\";r=0;t=\\d+"))
                .body(
                        "type", equalTo("urn:siaga:problem:quota-exceeded"),
                        "limit", equalTo(3),
                        "remaining", equalTo(0),
                        "retryAfterSeconds", greaterThan(0),
                        "retryAfterSeconds", lessThanOrEqualTo(86_400));
    }

    @Test
    void whatIsNotValidCostsAsMuchAsAReport() {
        postUntilRefused("elsam", unit, () -> "{}", 400).then().statusCode(429);
        postUntilRefused("elsam", unit, () -> "nonsense", 400).then().statusCode(429);
    }

    @Test
    void aRepeatCostsAsMuchAsAReport() {
        // Given
        String key = UUID.randomUUID().toString();
        String body = aReport().json();
        for (int i = 0; i < 3; i++) {
            withKey(key, body).then().statusCode(201);
        }
        // When
        Response fourth = withKey(key, body);
        // Then
        fourth.then().statusCode(429);
    }

    @Test
    void anImportThatGoesOnPaysOnlyForItsNewLines() {
        // Given: of three a day, one for the request and one for its line
        String key = UUID.randomUUID().toString();
        String line = aReport().json();
        imported(key, line).then().statusCode(200);
        // When: one for the request
        Response again = imported(key, line);
        // Then
        again.then().statusCode(200);
        imported(key, line).then().statusCode(429);
    }

    private Response imported(String key, String lines) {
        return given().auth()
                .oauth2(Tokens.forUnit("cekfakta", unit, "reporter"))
                .header("Idempotency-Key", key)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(UTF_8))
                .post("/v1/reports/imports");
    }

    private Response withKey(String key, String body) {
        return given().auth()
                .oauth2(Tokens.forUnit("cekfakta", unit, "reporter"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/reports");
    }

    @Test
    void anotherUnitHasAnAllowanceOfItsOwn() {
        // Given
        postUntilRefused("elsam", unit, () -> aReport().json(), 201);
        // When
        Response other = post("elsam", "other-" + unit, aReport().json());
        // Then
        other.then().statusCode(201);
    }

    @Test
    void whoReadsTooFastMayStillReport() {
        // Given
        String token = Tokens.forUnit("bssn", unit, "reporter");
        // When
        Response refused = null;
        for (int i = 0; i < 200 && (refused == null || refused.statusCode() == 200); i++) {
            refused = given().auth().oauth2(token).get("/v1/reports?limit=1");
        }
        // Then
        if (refused == null) {
            throw new AssertionError("nothing was asked");
        }
        refused.then()
                .statusCode(429)
                .header("RateLimit-Policy", equalTo("\"rate\";q=3;w=3"))
                .body("type", equalTo("urn:siaga:problem:rate-limited"));
        post("bssn", aReport().json()).then().statusCode(201);
    }
}
