// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document of a service says without the service saying it. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "messaging"),
            @ResourceArg(name = "audience", value = "web-service")
        })
class ApiFilterTest {

    private JsonPath document = JsonPath.from("{}");

    @BeforeEach
    void read() {
        document = given().accept("application/json").get("/q/openapi").jsonPath();
    }

    private Map<String, String> problems(String method, String path) {
        Map<String, Map<String, Object>> answers = document.getMap("paths.'" + path + "'." + method + ".responses");
        Map<String, String> problems = new TreeMap<>();
        answers.forEach((status, answer) -> {
            if (answer.get("$ref") instanceof String ref) {
                problems.put(status, ref.substring(ref.lastIndexOf('/') + 1));
            }
        });
        return problems;
    }

    @Test
    void anOperationTellsTheProblemsThatItCanMeet() {
        assertEquals(
                Map.of(
                        "400", "Invalid",
                        "401", "Unauthenticated",
                        "403", "Forbidden",
                        "4XX", "Refused",
                        "500", "Failed",
                        "503", "Unavailable"),
                problems("get", "/v1/notes"));
        assertEquals(
                Map.of(
                        "400", "Invalid",
                        "401", "Unauthenticated",
                        "403", "Forbidden",
                        "409", "InProgress",
                        "413", "TooLarge",
                        "415", "Unsupported",
                        "422", "OtherBody",
                        "4XX", "Refused",
                        "500", "Failed",
                        "503", "Unavailable"),
                problems("post", "/v1/notes"));
        assertEquals(
                Map.ofEntries(
                        Map.entry("400", "Invalid"),
                        Map.entry("401", "Unauthenticated"),
                        Map.entry("403", "Forbidden"),
                        Map.entry("404", "NotFound"),
                        Map.entry("409", "Conflict"),
                        Map.entry("413", "TooLarge"),
                        Map.entry("415", "Unsupported"),
                        Map.entry("4XX", "Refused"),
                        Map.entry("500", "Failed"),
                        Map.entry("503", "Unavailable")),
                problems("post", "/v1/notes/{id}/colour"));
        assertEquals(
                "#/components/schemas/Problem",
                document.getString("components.responses.Invalid.content.'application/problem+json'.schema.'$ref'"));
        assertEquals("object", document.getString("components.schemas.Problem.type"));
    }

    @Test
    void whatNoOperationAnswersIsNotDefined() {
        Map<String, Object> defined = document.getMap("components.responses");

        assertTrue(defined.containsKey("InProgress"), defined::toString);
        assertFalse(defined.containsKey("TooMany"), defined::toString);
        assertFalse(document.getMap("components.headers").containsKey("RateLimit"));
    }

    @Test
    void aFormatTellsHowLongOrLargeAValueCanBe() {
        assertEquals(36, document.getInt("components.schemas.UUID.maxLength"));
        assertEquals(35, document.getInt("components.schemas.Instant.maxLength"));
        assertEquals(400, document.getInt("components.schemas.Problem.properties.status.minimum"));
        assertEquals(
                Text.LONGEST,
                document.getInt("components.schemas.ProblemPlace.properties.detail.maxLength"),
                "what a record says is left as it is");
    }

    @Test
    void theDocumentTellsWhereTheApiIsAndWhomToAsk() {
        assertEquals("/", document.getString("servers[0].url"));
        assertNotNull(document.getString("info.contact.email"));
    }

    @Test
    void aCreationAsksForAKeyAndTellsWhereItsWorkIs() {
        assertEquals(
                List.of("#/components/parameters/IdempotencyKey"),
                document.getList("paths.'/v1/notes'.post.parameters.'$ref'"));
        assertEquals("Idempotency-Key", document.getString("components.parameters.IdempotencyKey.name"));
        assertEquals(
                Map.of(
                        "API-Version", Map.of("$ref", "#/components/headers/ApiVersion"),
                        "Idempotency-Replayed", Map.of("$ref", "#/components/headers/IdempotencyReplayed"),
                        "Location", Map.of("$ref", "#/components/headers/Location")),
                document.getMap("paths.'/v1/notes'.post.responses.'201'.headers"));
    }

    @Test
    void anOperationTellsTheRolesThatMay() {
        assertEquals(List.of("reporter"), document.getList("paths.'/v1/notes'.post.security[0].token"));
        assertEquals("bearer", document.getString("components.securitySchemes.token.scheme"));
    }

    @Test
    void whatIsAnsweredIsAlwaysThereThoughItMayBeNull() {
        assertEquals(List.of("id", "colour", "title"), document.getList("components.schemas.NoteView.required"));
        assertEquals(List.of("string", "null"), document.getList("components.schemas.NoteView.properties.title.type"));
        assertEquals(
                List.of(Map.of("$ref", "#/components/schemas/Colour"), Map.of("type", "null")),
                document.getList("components.schemas.NoteView.properties.colour.anyOf"));
    }

    @Test
    void whatMayBeNullNeedNotBeSent() {
        assertEquals(List.of("brush"), document.getList("components.schemas.Paint.required"));
        assertEquals(List.of("title", "urgent", "lines"), document.getList("components.schemas.Note.required"));
    }
}
