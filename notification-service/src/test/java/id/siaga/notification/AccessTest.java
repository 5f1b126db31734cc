// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.web.AccessTable;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The running service against the hand-written table of who may do what. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class AccessTest {

    private static final String PARTY = "komdigi";
    private static final String NOWHERE = "http://127.0.0.1:1/";
    private static final WebhookSink SINK = new WebhookSink();
    private static final String NEVER_SENT = "desk.unstaffed";

    @AfterAll
    static void close() {
        SINK.close();
    }

    static Stream<AccessTable.Row> rows() {
        return AccessTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theServiceAnswersAsTheTableSays(AccessTable.Row row) {
        // Given
        String endpoint = row.path().contains("{id}") ? anEndpoint() : "";
        // When
        int status = row.answerTo(PARTY, endpoint, body(row.path()));
        // Then
        assertEquals(row.expected(), status);
    }

    @Test
    void theTableHasARowForEveryOperationAndRole() {
        AccessTable.assertWhole();
    }

    @Test
    void aTokenThatProvesNothingIsRefused() {
        AccessTable.assertProofNeeded("/v1/endpoints", PARTY, "reporter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/endpoint", "/v1/deliveries", "/endpoints", "/metrics", "/q/health", "/q/dev"})
    void whatNobodyOpenedIsNotThere(String path) {
        assertEquals(404, given().get(path).statusCode(), path);
    }

    private static Map<String, ?> body(String path) {
        return path.endsWith("/secret") ? Map.of() : Map.of("url", NOWHERE, "eventTypes", List.of(NEVER_SENT));
    }

    private static String anEndpoint() {
        return RegisteredParty.register(PARTY, "reporter", SINK.url("/"), NEVER_SENT)
                .endpointId();
    }
}
