// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import static id.siaga.triage.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The running service against the hand-written table of who may do what. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class AccessTest {

    private static final String TABLE = "contracts/access.csv";
    private static final Set<String> ROLES = Set.of(
            "anonymous", "reporter", "authority", "officer", "approver", "platform", "partner", "auditor", "operator");
    private static final Map<String, String> PARTIES = Map.of(
            "platform",
            "google",
            "officer",
            "posko",
            "approver",
            "bssn",
            "auditor",
            "ombudsman",
            "operator",
            "siaga-ops");

    @ParameterizedTest
    @CsvFileSource(files = TABLE, numLinesToSkip = 1)
    void theServiceAnswersAsTheTableSays(Method method, String path, String role, int expected) {
        // Given
        String id = expected < 300 ? prepared(path) : UUID.randomUUID().toString();
        RequestSpecification request = as(role);
        if (method == Method.POST) {
            request.body(body(path, expected < 300 ? id : null));
        }
        // When
        int status = request.request(method, path.replace("{id}", id)).statusCode();
        // Then
        assertEquals(expected, status);
    }

    /** What a request that is allowed is about, in the state that it needs. */
    private static String prepared(String path) {
        return switch (path) {
            case "/v1/cases", "/v1/orders" -> "";
            case "/v1/cases/{id}", "/v1/cases/{id}/assessment" ->
                Desk.aCase(aReport()).toString();
            case "/v1/cases/{id}/decisions" ->
                Desk.anAssessedCase(aReport(), "fraud").toString();
            case "/v1/decisions/{id}", "/v1/decisions/{id}/approval", "/v1/decisions/{id}/return" -> aProposal();
            case "/v1/orders/{id}/check" -> {
                String order = Desk.anOrder(aReport());
                Desk.answer("google", order, "REMOVED").statusCode(200);
                yield order;
            }
            default -> Desk.anOrder(aReport());
        };
    }

    /** A body without fault, so that nothing but the role decides; its locator is the order's, if there is one. */
    private static String body(String path, @Nullable String order) {
        String locator = order == null || !path.startsWith("/v1/orders")
                ? UUID.randomUUID().toString()
                : Desk.locator(order);
        return switch (path) {
            case "/v1/cases/{id}/assessment" -> """
                    {"category": "fraud", "severity": "LOW", "finding": "It is."}""";
            case "/v1/cases/{id}/decisions" -> """
                    {"kind": "DISMISS", "reasons": "Nothing is wrong."}""";
            case "/v1/decisions/{id}/return" -> """
                    {"reason": "Too wide."}""";
            case "/v1/orders/{id}/answer" -> """
                    {"results": [{"locatorId": "%s", "result": "NOT_FOUND"}]}""".formatted(locator);
            case "/v1/orders/{id}/service" -> """
                    {"route": "post", "proof": "RR-1", "servedAt": "2026-01-05T10:00:00Z"}""";
            case "/v1/orders/{id}/check" -> """
                    {"findings": [{"locatorId": "%s", "finding": "GONE"}]}""".formatted(locator);
            default -> "{}";
        };
    }

    private static String aProposal() {
        return Desk.aProposal(Desk.anAssessedCase(aReport(), "fraud"), "DISMISS");
    }

    private static RequestSpecification as(String role) {
        String name = role.replace("/person", "");
        String party = PARTIES.getOrDefault(name, "komdigi");
        return switch (role) {
            case "anonymous" -> given().contentType("application/json");
            case String person when person.endsWith("/person") -> Desk.as(Tokens.forPerson(party, "somebody", name));
            default -> Desk.as(Tokens.forClient(party, name));
        };
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
                .filter(row -> !row.endsWith("/person"))
                .collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertEquals(expected, stated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/cases/1/2", "/v1/decisions", "/cases", "/metrics", "/q/health", "/q/dev"})
    void whatNobodyOpenedIsNotThere(String path) {
        assertEquals(404, given().get(path).statusCode(), path);
    }
}
