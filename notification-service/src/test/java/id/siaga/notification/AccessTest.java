// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.web.AccessTable;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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
    private static final WebhookSink SINK =
            new WebhookSink().answering(WebhookSink.Reply.status(503).with("Retry-After", "3600"));
    private static final String BEGIN = Base64.getUrlEncoder().encodeToString("0 0".getBytes(UTF_8));
    private static final Map<String, ?> SINCE = Map.of("since", "2024-11-27T00:00:00Z", "types", List.of("case.split"));
    private static final Map<String, ?> RESTATEMENT = Map.of(
            "reason", "A disk was lost.", "known", List.of(Map.of("id", UUID.randomUUID(), "told", 0, "sequence", 0)));
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
    void theServiceAnswersAsTheTableSays(AccessTable.Row row) throws Exception {
        // Given
        String endpoint = row.path().contains("{id}") ? anEndpoint() : "";
        // When
        int status =
                switch (row.path()) {
                    case "/v1/books", "/v1/books/{book}/digests", "/v1/books/{book}/entries" ->
                        row.answerTo(PARTY, Map.of("book", "received-orders"), null, "application/json");
                    case "/v1/books/{book}/restatements" ->
                        row.answerTo(PARTY, Map.of("book", "received-orders"), RESTATEMENT, "application/json");
                    case "/v1/events/stream" -> headOf(row.path(), row.role());
                    case "/v1/event-types/{name}" ->
                        row.answerTo(PARTY, Map.of("name", "order.issued"), null, "application/json");
                    case "/v1/endpoints/{id}/rehearsals/{rehearsal}" ->
                        row.answerTo(
                                PARTY,
                                Map.of("id", endpoint, "rehearsal", aRehearsal(endpoint)),
                                null,
                                "application/json");
                    case "/v1/endpoints/{id}/recoveries/{recovery}" ->
                        row.answerTo(
                                PARTY,
                                Map.of("id", endpoint, "recovery", aRecovery(endpoint)),
                                null,
                                "application/json");
                    case "/v1/endpoints/{id}/deliveries/{delivery}",
                            "/v1/endpoints/{id}/deliveries/{delivery}/resend",
                            "/v1/endpoints/{id}/deliveries/{delivery}/cancellation" ->
                        row.answerTo(
                                PARTY,
                                Map.of("id", endpoint, "delivery", aDelivery(endpoint)),
                                null,
                                "application/json");
                    case "/v1/parties/{party}", "/v1/parties/{party}/standing" ->
                        row.answerTo(
                                PARTY,
                                Map.of("party", "pantau"),
                                row.method() == Method.GET ? null : body(row.path()),
                                "application/json");
                    default -> row.answerTo(PARTY, endpoint, body(row.path()));
                };
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
    @ValueSource(strings = {"/v1", "/v1/endpoint", "/endpoints", "/metrics", "/q/health", "/q/dev"})
    void whatNobodyOpenedIsNotThere(String path) {
        assertEquals(404, given().get(path).statusCode(), path);
    }

    private static Map<String, ?> body(String path) {
        return switch (path) {
            case "/v1/events/commit" -> Map.of("after", BEGIN);
            case "/v1/parties/{party}/standing" -> Map.of("standing", "ADMITTED", "roles", List.of("partner"));
            case "/v1/endpoints/{id}/secret" -> Map.of();
            case "/v1/endpoints/{id}/recovery", "/v1/endpoints/{id}/replay" -> SINCE;
            default -> Map.of("url", NOWHERE, "eventTypes", List.of(NEVER_SENT));
        };
    }

    /** Of a stream the head is enough, since its end may be far. */
    private static int headOf(String path, String role) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
        if (!role.equals("anonymous")) {
            request.header("Authorization", "Bearer " + Tokens.forClient(PARTY, role));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        }
    }

    private static String aRehearsal(String endpoint) {
        return RegisteredParty.as(PARTY, "reporter")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/endpoints/" + endpoint + "/rehearsals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String aRecovery(String endpoint) {
        return RegisteredParty.as(PARTY, "reporter")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(SINCE)
                .post("/v1/endpoints/" + endpoint + "/recovery")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** One that waits. */
    private static String aDelivery(String endpoint) {
        String delivery = RegisteredParty.as(PARTY, "reporter")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/endpoints/" + endpoint + "/tests")
                .then()
                .statusCode(201)
                .extract()
                .path("deliveryId");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> RegisteredParty.as(PARTY, "reporter")
                                .get("/v1/endpoints/" + endpoint + "/deliveries/" + delivery)
                                .path("lastError")
                        != null);
        return delivery;
    }

    private static String anEndpoint() {
        return RegisteredParty.register(PARTY, "reporter", SINK.url("/"), NEVER_SENT)
                .endpointId();
    }
}
