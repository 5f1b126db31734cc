// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
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
import org.jspecify.annotations.Nullable;

/** The table, written by hand, of who may do what, held against the running service. */
public final class AccessTable {

    private static final String HEAD = "method,path,role,expected";
    private static final String ANONYMOUS = "anonymous";
    private static final String PERSON = "/person";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private AccessTable() {}

    /**
     * One row.
     *
     * @param role what the token carries, {@code role/person} where a human being holds it, or {@code anonymous}
     * @param expected the HTTP status
     */
    public record Row(Method method, String path, String role, int expected) {

        private static Row of(String line) {
            List<String> cells = List.of(line.split(",", -1));
            assertEquals(4, cells.size(), line);
            return new Row(Method.valueOf(cells.get(0)), cells.get(1), cells.get(2), Integer.parseInt(cells.get(3)));
        }

        public boolean granted() {
            return expected < 300;
        }

        /** The role without who holds it. */
        public String bareRole() {
            return isPerson() ? role.substring(0, role.length() - PERSON.length()) : role;
        }

        private boolean isPerson() {
            return role.endsWith(PERSON);
        }

        /** The status that the service gives a caller of the party with this role, about the resource of the id. */
        public int answerTo(String party, String id, @Nullable Object body) {
            return answerTo(
                    party,
                    Map.of("id", id),
                    method == Method.GET || method == Method.DELETE ? null : body,
                    "application/json");
        }

        /** As above, where the path names more than one resource, and what is sent need not be JSON. */
        public int answerTo(String party, Map<String, ?> ids, @Nullable Object body, String contentType) {
            RequestSpecification request = given().header("Idempotency-Key", UUID.randomUUID());
            if (!role.equals(ANONYMOUS)) {
                request.auth()
                        .oauth2(
                                isPerson()
                                        ? Tokens.forPerson(party, "somebody", bareRole())
                                        : Tokens.forClient(party, role));
            }
            if (method == Method.PUT) {
                request.header("If-Match", "*");
            }
            if (body instanceof byte[] file) {
                request.config(asItIs(contentType)).contentType(contentType).body(file);
            } else if (body != null) {
                request.contentType(contentType).body(body);
            }
            String address = path;
            for (Map.Entry<String, ?> one : ids.entrySet()) {
                address = address.replace("{" + one.getKey() + "}", String.valueOf(one.getValue()));
            }
            return request.request(method, address).statusCode();
        }

        private static RestAssuredConfig asItIs(String contentType) {
            return RestAssuredConfig.config()
                    .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(contentType, ContentType.BINARY));
        }

        private String operation() {
            return method + " " + path;
        }
    }

    /** All rows. */
    public static Stream<Row> rows() {
        List<String> lines =
                Contracts.read(Path.of("contracts", "access.csv")).lines().toList();
        assertEquals(HEAD, lines.getFirst());
        return lines.stream().skip(1).map(Row::of);
    }

    /** Fails unless there is a row for every operation that the service publishes and every role, and none besides. */
    public static void assertWhole() {
        Map<String, Map<String, Object>> paths =
                given().accept("application/json").get("/q/openapi").jsonPath().getMap("paths");
        Set<String> expected = paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .flatMap(operation -> Stream.concat(ServiceStack.roles(), Stream.of(ANONYMOUS))
                        .map(role -> operation + " " + role))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, stated(rows().filter(row -> !row.isPerson())));
        assertEquals(expected, stated(rows()), "a row for a person is about an operation and a role, too");
        List<String> asked =
                rows().map(row -> row.operation() + " " + row.role()).toList();
        assertEquals(Set.copyOf(asked).size(), asked.size(), "a row stands twice");
    }

    private static Set<String> stated(Stream<Row> rows) {
        return rows.map(row -> row.operation() + " " + row.bareRole()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Fails unless a token that proves nothing of the party and role, which may read the path, is 401. */
    public static void assertProofNeeded(String path, String party, String role) {
        Stream.of(
                        "not.a.token",
                        Tokens.forClient(party, role) + "x",
                        Tokens.expired(party, role),
                        Tokens.foreignAudience(party, role),
                        Tokens.forClient("nobody", role),
                        Tokens.forClient(party, "emperor"))
                .forEach(token -> given().auth()
                        .oauth2(token)
                        .get(path)
                        .then()
                        .statusCode(401)
                        .contentType(Problem.MEDIA_TYPE));
    }
}
