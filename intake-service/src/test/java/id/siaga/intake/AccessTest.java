// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.intake.evidence.EvidenceFixture;
import id.siaga.intake.submission.ReportFixture;
import id.siaga.web.AccessTable;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The running service against the hand-written table of who may do what. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class AccessTest {

    private static final String REPORTER = "komdigi";
    private static final Map<String, ?> BOOK = Map.of("book", "reported-items");
    private static final Map<String, ?> RESTATEMENT = Map.of(
            "reason", "A disk was lost.", "known", List.of(Map.of("id", UUID.randomUUID(), "told", 0, "sequence", 0)));

    static Stream<AccessTable.Row> rows() {
        return AccessTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theServiceAnswersAsTheTableSays(AccessTable.Row row) {
        // Given
        String report = row.path().contains("{id}") ? aReport() : "";
        boolean evidence = row.path().contains("{sha256}");
        // When
        int status = evidence ? answerAboutEvidence(row, report) : answer(row, report);
        // Then
        assertEquals(row.expected(), status);
    }

    @Test
    void theTableHasARowForEveryOperationAndRole() {
        AccessTable.assertWhole();
    }

    @Test
    void aTokenThatProvesNothingIsRefused() {
        AccessTable.assertProofNeeded("/v1/reports", REPORTER, "reporter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/report", "/v1/reports/1/items", "/reports", "/metrics", "/q/health", "/q/dev"})
    void whatNobodyOpenedIsNotThere(String path) {
        assertEquals(404, given().get(path).statusCode(), path);
    }

    private static int answer(AccessTable.Row row, String report) {
        String last = row.path().substring(row.path().lastIndexOf('/') + 1);
        return switch (row.method() + " " + last) {
            case "POST reports" ->
                row.answerTo(REPORTER, report, ReportFixture.aReport().json());
            case "POST batch" ->
                row.answerTo(
                        REPORTER,
                        report,
                        "{\"reports\": [" + ReportFixture.aReport().json() + "]}");
            case "POST imports" ->
                row.answerTo(
                        REPORTER, Map.of(), ReportFixture.aReport().json().getBytes(UTF_8), "application/x-ndjson");
            case "POST supplements" -> row.answerTo(REPORTER, report, "{\"statement\": \"Tambahan.\"}");
            case "POST withdrawal" -> row.answerTo(REPORTER, report, "{\"reason\": \"Keliru.\"}");
            case "GET digests", "GET entries" -> row.answerTo(REPORTER, BOOK, null, "application/json");
            case "POST restatements" -> row.answerTo(REPORTER, BOOK, RESTATEMENT, "application/json");
            case "PUT legal-hold" ->
                row.answerTo(REPORTER, Map.of("id", report), "{\"reason\": \"Perkara 12.\"}", "application/json");
            case "GET {party}" -> row.answerTo(REPORTER, Map.of("party", "pantau"), null, "application/json");
            case "PUT standing" ->
                row.answerTo(
                        REPORTER,
                        Map.of("party", "pantau"),
                        "{\"standing\": \"ADMITTED\", \"roles\": [\"partner\"]}",
                        "application/json");
            default -> row.answerTo(REPORTER, report, null);
        };
    }

    private static int answerAboutEvidence(AccessTable.Row row, String report) {
        byte[] picture = EvidenceFixture.aPicture(100);
        String sha256 = EvidenceFixture.sha256(picture);
        UUID order = UUID.randomUUID();
        String end = Clock.systemUTC().instant().plus(Duration.ofDays(9)).toString();
        boolean adds = row.method() == Method.PUT && row.path().endsWith("{sha256}");
        if (!adds) {
            EvidenceFixture.put(REPORTER, report, picture);
        }
        if (row.method() == Method.DELETE) {
            EvidenceFixture.grant(report, sha256, order, "tiktok", end);
        }
        Map<String, ?> ids = Map.of("id", report, "sha256", sha256, "orderId", order);
        if (adds) {
            return row.answerTo(REPORTER, ids, picture, "image/png");
        }
        String grant = "{\"platform\": \"tiktok\", \"expiresAt\": \"%s\"}".formatted(end);
        return row.answerTo(REPORTER, ids, row.method() == Method.PUT ? grant : null, "application/json");
    }

    private static String aReport() {
        return given().auth()
                .oauth2(Tokens.forClient(REPORTER, "reporter"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(ReportFixture.aReport()
                        .with("contact", Map.of("name", "Siti", "phone", "+62 812 3456 7890"))
                        .json())
                .post("/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
