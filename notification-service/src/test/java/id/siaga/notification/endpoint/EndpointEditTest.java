// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static id.siaga.notification.RegisteredParty.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.NotificationStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner may say of its endpoint, and when. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class EndpointEditTest {

    private static final String PARTY = "cekfakta";
    private static final String SMALL = "{\"url\": \"http://127.0.0.1:9/a\", \"eventTypes\": [\"*\"]%s}";

    @Test
    void everythingThatIsSaidIsReadBackAndOnlyValuesOfHeadersAreMasked() {
        // Given
        String fallback = register("");

        // When
        String id = register("""
                , "description": "Utama", "contact": "piket@cekfakta.example", "rateLimit": 20, "ordered": false,
                "signatures": ["v1a", "v1"], "apiVersion": "1", "headers": {"X-Gateway-Key": "kunci rahasia"},
                "filters": {"categories": ["fraud"], "platforms": ["youtube", "x"], "regions": ["ID-JB"],
                            "urgentOnly": true, "ownSubjectsOnly": true},
                "fallbackEndpointId": "%s\"""".formatted(fallback));

        // Then
        read(id).header("ETag", "\"1\"")
                .body("description", equalTo("Utama"))
                .body("contact", equalTo("piket@cekfakta.example"))
                .body("rateLimit", equalTo(20))
                .body("ordered", equalTo(false))
                .body("signatures", equalTo(List.of("v1a", "v1")))
                .body("headers", equalTo(Map.of("x-gateway-key", "***")))
                .body("filters.categories", equalTo(List.of("fraud")))
                .body("filters.platforms", equalTo(List.of("youtube", "x")))
                .body("filters.regions", equalTo(List.of("ID-JB")))
                .body("filters.urgentOnly", equalTo(true))
                .body("filters.ownSubjectsOnly", equalTo(true))
                .body("fallbackEndpointId", equalTo(fallback));
    }

    @Test
    void whatIsLeftOutIsAsMostOwnersWantIt() {
        read(register(""))
                .body("ordered", equalTo(true))
                .body("signatures", equalTo(List.of("v1")))
                .body("apiVersion", equalTo("1"))
                .body("rateLimit", equalTo(null))
                .body("headers", equalTo(Map.of()))
                .body("filters.categories", equalTo(List.of()))
                .body("filters.ownSubjectsOnly", equalTo(false));
    }

    @Test
    void onlyWhoHasSeenItMayChangeIt() {
        // Given
        String id = register("");

        // When, Then
        put(PARTY, id, null, SMALL.formatted("")).then().statusCode(428);
        put(PARTY, id, "\"2\"", SMALL.formatted("")).then().statusCode(412);
        put("elsam", id, "\"1\"", SMALL.formatted("")).then().statusCode(404);
        put(PARTY, id, "\"1\"", SMALL.formatted(", \"description\": \"Baru\""))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("description", equalTo("Baru"));
        put(PARTY, id, "\"1\"", SMALL.formatted("")).then().statusCode(412);
        read(id).body("description", equalTo("Baru"));
    }

    @Test
    void aMaskedValueStaysWhatItWas() {
        // Given
        String id = register(", \"headers\": {\"x-key\": \"satu\", \"x-old\": \"dua\"}");

        // When, Then
        put(PARTY, id, "\"1\"", SMALL.formatted(", \"headers\": {\"X-Key\": \"***\", \"x-new\": \"tiga\"}"))
                .then()
                .statusCode(200)
                .body("headers", equalTo(Map.of("x-key", "***", "x-new", "***")));
        put(PARTY, id, "\"2\"", SMALL.formatted(", \"headers\": {\"x-other\": \"***\"}"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/headers/x-other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host",
                "Content-Type",
                "content-length",
                "webhook-id",
                "Webhook-Signature",
                "connection",
                "transfer-encoding",
                "proxy-authorization",
                "te",
                "upgrade",
                "x-forwarded-for",
                "user-agent",
                "a b",
                "x:y",
                "-x",
                "naïf",
                ""
            })
    void whatIsNotTheOwnersToSetIsRefused(String name) {
        post(SMALL.formatted(", \"headers\": {\"" + name + "\": \"1\"}"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/headers/" + name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"headers\": {\"x-a\": \"a\\r\\nHost: b\"} | /headers",
                "\"headers\": {\"x-a\": \" a\"} | /headers",
                "\"headers\": {\"x-a\": null} | /headers",
                "\"headers\": {\"x-a\": \"1\", \"X-A\": \"2\"} | /headers/",
                "\"contact\": \"no address\" | /contact",
                "\"rateLimit\": 0 | /rateLimit",
                "\"rateLimit\": 1001 | /rateLimit",
                "\"signatures\": [] | /signatures",
                "\"signatures\": [\"v2\"] | /signatures/0",
                "\"apiVersion\": \"2\" | /apiVersion",
                "\"filters\": {\"categories\": [\"A,b\"]} | /filters/categories/0",
                "\"filters\": {\"regions\": [\"JB\"]} | /filters/regions/0",
                "\"filters\": {\"severities\": []} | /filters/severities",
                "\"fallbackEndpointId\": \"01980000-0000-7000-8000-000000000001\" | /fallbackEndpointId"
            })
    void aWrongMemberIsToldThePlace(String member, String pointer) {
        List<String> places = post(SMALL.formatted(", " + member))
                .then()
                .statusCode(400)
                .extract()
                .path("errors.pointer");
        assertEquals(
                List.of(true),
                places.stream().map(one -> one.startsWith(pointer)).toList(),
                places::toString);
    }

    @Test
    void elevenHeadersAreTooMany() {
        String headers = IntStream.range(0, 11)
                .mapToObj(i -> "\"x-%d\": \"1\"".formatted(i))
                .collect(Collectors.joining(","));
        post(SMALL.formatted(", \"headers\": {" + headers + "}"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/headers"));
    }

    @Test
    void fallbacksLeadToOwnEndpointsAndNeverBack() {
        // Given
        String last = register("");
        String first = register(", \"fallbackEndpointId\": \"" + last + "\"");

        // When, Then
        for (String back : List.of(first, last)) {
            put(PARTY, last, "*", SMALL.formatted(", \"fallbackEndpointId\": \"" + back + "\""))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/fallbackEndpointId"));
        }
        as("elsam", "partner")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(SMALL.formatted(", \"fallbackEndpointId\": \"" + last + "\""))
                .post("/v1/endpoints")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/fallbackEndpointId"));
    }

    @Test
    void aRefusalIsSaidInIndonesianToo() {
        as(PARTY, "partner")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "id")
                .contentType("application/json")
                .body(SMALL.formatted(", \"headers\": {\"host\": \"x\"}"))
                .post("/v1/endpoints")
                .then()
                .statusCode(400)
                .body("errors[0].detail", matchesPattern("tidak boleh ditetapkan.*"));
    }

    private static String register(String more) {
        return post(SMALL.formatted(more)).then().statusCode(201).extract().path("id");
    }

    private static Response post(String body) {
        return as(PARTY, "partner")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/v1/endpoints");
    }

    private static Response put(String party, String id, @Nullable String ifMatch, String body) {
        var request = as(party, "partner").contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/endpoints/" + id);
    }

    private static ValidatableResponse read(String id) {
        return as(PARTY, "partner").get("/v1/endpoints/" + id).then().statusCode(200);
    }
}
