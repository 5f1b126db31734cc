// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.intake.submission.ReportFixture;
import id.siaga.web.AccessTable;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
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

    static Stream<AccessTable.Row> rows() {
        return AccessTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theServiceAnswersAsTheTableSays(AccessTable.Row row) {
        // Given
        String report = row.path().contains("{id}") ? aReport() : "";
        // When
        int status = row.answerTo(REPORTER, report, ReportFixture.aReport().json());
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

    private static String aReport() {
        return given().auth()
                .oauth2(Tokens.forClient(REPORTER, "reporter"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(ReportFixture.aReport().json())
                .post("/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
