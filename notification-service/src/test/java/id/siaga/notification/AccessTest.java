// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The running service against the hand-written table of who may do what. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class AccessTest {

    private static final String TABLE = "contracts/access.csv";
    private static final String NOWHERE = "http://127.0.0.1:1/";
    private static final Set<String> ROLES = Set.of(
            "anonymous", "reporter", "authority", "officer", "approver", "platform", "partner", "auditor", "operator");

    @ParameterizedTest
    @CsvFileSource(files = TABLE, numLinesToSkip = 1)
    void theServiceAnswersAsTheTableSays(Method method, String path, String role, int expected) {
        // Given
        RequestSpecification request = given().header("Idempotency-Key", UUID.randomUUID());
        if (!role.equals("anonymous")) {
            request.auth().oauth2(Tokens.forClient("komdigi", role));
        }
        if (method == Method.POST) {
            request.contentType("application/json")
                    .body(Map.of("url", NOWHERE, "eventTypes", List.of("desk.unstaffed")));
        }
        String target = path.contains("{id}") ? path.replace("{id}", anEndpointOfKomdigi()) : path;

        // When
        int status = request.request(method, target).statusCode();

        // Then
        assertEquals(expected, status);
    }

    @Test
    void theTableHasARowForEveryOperationAndRole() {
        // Given
        Map<String, Map<String, Object>> paths =
                given().accept("application/json").get("/q/openapi").jsonPath().getMap("paths");
        Set<String> expected = paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(Set.of("get", "put", "post", "delete", "patch")::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + "," + path.getKey()))
                .flatMap(operation -> ROLES.stream().map(role -> operation + "," + role))
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        List<String> rows = Contracts.read(Path.of(TABLE)).lines().skip(1).toList();
        Set<String> stated = rows.stream()
                .map(row -> row.substring(0, row.lastIndexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertEquals(expected, stated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/endpoint", "/v1/deliveries", "/endpoints", "/metrics", "/q/health", "/q/dev"})
    void whatNobodyOpenedIsNotThere(String path) {
        assertEquals(404, given().get(path).statusCode(), path);
    }

    @Test
    void aTokenThatProvesNothingIsRefused() {
        Stream.of(
                        "not.a.token",
                        Tokens.forClient("komdigi", "reporter") + "x",
                        Tokens.expired("komdigi", "reporter"),
                        Tokens.foreignAudience("komdigi", "reporter"),
                        Tokens.forClient("nobody", "reporter"),
                        Tokens.forClient("komdigi", "emperor"))
                .forEach(token -> given().auth()
                        .oauth2(token)
                        .get("/v1/endpoints")
                        .then()
                        .statusCode(401)
                        .contentType("application/problem+json"));
    }

    private static String anEndpointOfKomdigi() {
        return RegisteredParty.register("komdigi", "reporter", NOWHERE, "desk.unstaffed")
                .endpointId();
    }
}
