// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conventions of every service, over real HTTP, PostgreSQL and tokens. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "messaging"),
            @ResourceArg(name = "audience", value = "web-service")
        })
class ConventionsTest {

    private static final String NOTE = """
            {"title": "Siaga", "urgent": false, "lines": [{"text": "one"}]}""";

    private static RequestSpecification reporter() {
        return given().auth().oauth2(Tokens.forClient("komdigi", "reporter"));
    }

    private static RequestSpecification posting(String body) {
        return reporter()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body);
    }

    @Test
    void theCallerActsForThePartyOfItsToken() {
        reporter()
                .get("/v1/notes")
                .then()
                .statusCode(200)
                .header("API-Version", "1.0.0")
                .body("party", equalTo("komdigi"), "person", equalTo("false"), "logged", equalTo("komdigi"));
    }

    @Test
    void aQueryParameterIsReadAsItsType() {
        reporter().get("/v1/notes").then().statusCode(200).body("asked", equalTo("1 null null"));
        reporter().get("/v1/notes?limit=&colour=").then().statusCode(200).body("asked", equalTo("1 null null"));
        reporter()
                .get("/v1/notes?limit=7&colour=RED&mine=false")
                .then()
                .statusCode(200)
                .body("asked", equalTo("7 RED false"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=abc         | query:limit  | must be a whole number
            limit=1.5         | query:limit  | must be a whole number
            limit=99999999999 | query:limit  | must be a whole number
            colour=BLUE       | query:colour | must be one of RED, GREEN
            colour=red        | query:colour | must be one of RED, GREEN
            mine=yes          | query:mine   | must be one of true, false
            """)
    void aQueryParameterThatDoesNotConvertIs400NamingIt(String query, String place, String detail) {
        reporter()
                .get("/v1/notes?" + query)
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:siaga:problem:invalid-request"))
                .body("errors.pointer", contains(place))
                .body("errors.detail", contains(detail));
    }

    @Test
    void aTokenThatIsMissingWrongExpiredOrForAnotherServiceIs401() {
        unauthenticated(given());
        unauthenticated(given().auth().oauth2("not.a.token"));
        unauthenticated(given().auth().oauth2(Tokens.forClient("komdigi", "reporter") + "x"));
        unauthenticated(given().auth().oauth2(Tokens.expired("komdigi", "reporter")));
        unauthenticated(given().auth().oauth2(Tokens.foreignAudience("komdigi", "reporter")));
    }

    @Test
    void anIssuerCannotAssertAPartyOrRoleThatItWasNotTrustedWith() {
        unauthenticated(given().auth().oauth2(Tokens.forClient("somebody", "reporter")));
        unauthenticated(given().auth().oauth2(Tokens.forClient("komdigi", "emperor")));
        unauthenticated(given().auth().oauth2(Tokens.forClient("", "reporter")));
    }

    @Test
    void aTokenCannotNameAUnitLongerThanTheDocumentSays() {
        given().auth()
                .oauth2(Tokens.forUnit("komdigi", "u".repeat(63), "reporter"))
                .get("/v1/notes")
                .then()
                .statusCode(200);
        unauthenticated(given().auth().oauth2(Tokens.forUnit("komdigi", "u".repeat(64), "reporter")));
    }

    private static void unauthenticated(RequestSpecification request) {
        request.get("/v1/notes")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:siaga:problem:unauthenticated"));
    }

    @Test
    void aRoleThatMayNotIs403() {
        given().auth()
                .oauth2(Tokens.forClient("meta", "platform"))
                .get("/v1/notes")
                .then()
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:siaga:problem:forbidden"));
    }

    @Test
    void anEndpointThatStatesNoRoleIsClosed() {
        reporter().get("/v1/notes/unannotated").then().statusCode(403);
    }

    @Test
    void anActOfAPersonRefusesAClient() {
        reporter().get("/v1/notes/person").then().statusCode(403).body("detail", containsString("person"));
        given().auth()
                .oauth2(Tokens.forPerson("posko", "ratna", "reporter"))
                .get("/v1/notes/person")
                .then()
                .statusCode(200)
                .body("key", containsString("|ratna"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title": "", "urgent": false, "lines": [{"text": "a"}]}                        | /title
            {"title": "a", "urgent": false, "lines": []}                                    | /lines
            {"title": "a", "urgent": false}                                                 | /lines
            {"title": "a", "urgent": false, "lines": [{"text": "a"}, {"text": " "}]}        | /lines/1/text
            {"title": "a", "urgent": false, "lines": [{"text": "a"}], "colour": "BLUE"}     | /colour
            {"title": "a", "urgent": false, "lines": [{"text": "a"}], "colour": 0}          | /colour
            {"title": "a", "urgent": false, "lines": [{"text": "a", "colur": 1}]}           | /lines/0/colur
            {"title": "a", "urgent": "yes", "lines": [{"text": "a"}]}                       | /urgent
            {"title": 7, "urgent": false, "lines": [{"text": "a"}]}                         | /title
            {"title": "a", "urgent": false, "lines": {"text": "a"}}                         | /lines
            {"title": "a", "urgent": false, "lines": [{"text": "a"}], "due": "tomorrow"}    | /due
            {"title": "a\\u0000b", "urgent": false, "lines": [{"text": "a"}]}               | /title
            {"title": "a", "urgent": false, "lines": [{"text": "a\\ud800b"}]}               | /lines/0/text
            """)
    void aWrongBodyIs400NamingThePlace(String body, String pointer) {
        posting(body)
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:siaga:problem:invalid-request"))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.detail", everyItem(not(containsString("id.siaga"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title": "a"
            {"title": "a"} trailing
            {"title": "a", "title": "b"}
            nonsense
            [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
            """)
    void aBodyThatIsNoJsonIs400WithLineAndColumn(String body) {
        posting(body)
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("title", notNullValue(), "errors", notNullValue());
    }

    @Test
    void anEmptyBodyIs400() {
        posting("").post("/v1/notes").then().statusCode(400).contentType(Problem.MEDIA_TYPE);
        posting("null").post("/v1/notes").then().statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void httpsOwnRefusalsAreProblemsToo() {
        reporter().get("/v1/nothing").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        reporter().delete("/v1/notes").then().statusCode(405).contentType(Problem.MEDIA_TYPE);
        reporter()
                .contentType("text/plain")
                .body("x")
                .post("/v1/notes")
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
        reporter().get("/v1/notes?limit=201").then().statusCode(400).body("errors.pointer", hasItem("query:limit"));
    }

    @Test
    void aFaultOfOursTellsNothingButItsReference() {
        reporter()
                .get("/v1/notes/fault")
                .then()
                .statusCode(500)
                .contentType(Problem.MEDIA_TYPE)
                .body("reference", notNullValue(), "detail", not(containsString("swordfish")));
    }

    @Test
    void aCreatingRequestNeedsAKey() {
        reporter()
                .contentType("application/json")
                .body(NOTE)
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("header:Idempotency-Key"));
    }

    @Test
    void theSameKeyAndBodyGetsTheFirstAnswerAgain() {
        String key = UUID.randomUUID().toString();

        Response first = withKey(key, NOTE);
        Response second = withKey(key, NOTE);

        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals("true", second.header("Idempotency-Replayed"));
    }

    @Test
    void theSameKeyWithOtherBytesIs422() {
        String key = UUID.randomUUID().toString();
        withKey(key, NOTE).then().statusCode(201);
        withKey(key, NOTE + " ").then().statusCode(422).body("type", containsString("idempotency-key-reused"));
    }

    @Test
    void theKeyOfAnotherPartyOrUnitIsAnotherKey() {
        String key = UUID.randomUUID().toString();
        Response ours = withKey(key, NOTE);
        for (String token :
                List.of(Tokens.forClient("kpu", "reporter"), Tokens.forUnit("komdigi", "jabar", "reporter"))) {
            Response theirs = given().auth()
                    .oauth2(token)
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(NOTE)
                    .post("/v1/notes");
            assertEquals(201, theirs.statusCode());
            assertEquals(false, ours.path("id").equals(theirs.path("id")));
        }
    }

    @Test
    void aRefusedCreationLeavesTheKeyFree() {
        String key = UUID.randomUUID().toString();
        withKey(key, NOTE.replace("Siaga", "refused")).then().statusCode(400);
        withKey(key, NOTE).then().statusCode(201);
    }

    @Test
    void manyAtOnceCreateOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        String token = Tokens.forClient("komdigi", "reporter");
        Callable<String> post = () -> given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(NOTE)
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        try (ExecutorService rivals = Executors.newFixedThreadPool(20)) {
            List<Future<String>> answers =
                    rivals.invokeAll(IntStream.range(0, 40).mapToObj(i -> post).toList());
            String first = answers.getFirst().get();
            for (Future<String> answer : answers) {
                assertEquals(first, answer.get());
            }
        }
    }

    private static Response withKey(String key, String body) {
        return reporter()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/notes");
    }
}
