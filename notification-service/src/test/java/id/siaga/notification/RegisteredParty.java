// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import static io.restassured.RestAssured.given;

import id.siaga.web.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A party with one endpoint, through the public API. */
public record RegisteredParty(String party, String role, String endpointId, String secret) {

    public static RegisteredParty register(String party, String role, String url, String... eventTypes) {
        return register(party, role, Map.of("url", url, "eventTypes", List.of(eventTypes)));
    }

    /** Returns when its URL has answered the challenge. */
    public static RegisteredParty register(String party, String role, Map<String, ?> request) {
        RegisteredParty registered = registerUnverified(party, role, request);
        registered.awaitStatus("ACTIVE");
        return registered;
    }

    public static RegisteredParty registerUnverified(String party, String role, String url, String... eventTypes) {
        return registerUnverified(party, role, Map.of("url", url, "eventTypes", List.of(eventTypes)));
    }

    public static RegisteredParty registerUnverified(String party, String role, Map<String, ?> request) {
        JsonPath endpoint = as(party, role)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(request)
                .post("/v1/endpoints")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new RegisteredParty(party, role, endpoint.getString("id"), endpoint.getString("secret"));
    }

    public static RequestSpecification as(String party, String role) {
        return given().auth().oauth2(Tokens.forClient(party, role));
    }

    public JsonPath endpoint() {
        return get("");
    }

    public void awaitStatus(String status) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> endpoint().getString("status"), status::equals);
    }

    public List<Map<String, Object>> attempts(String eventId) {
        return get("/attempts?limit=200").getList("attempts.findAll { it.eventId == '" + eventId + "' }");
    }

    public List<Map<String, Object>> deliveries(String eventId) {
        return get("/deliveries?limit=200").getList("deliveries.findAll { it.eventId == '" + eventId + "' }");
    }

    /** Waits until the delivery of the event fits, and returns it. */
    public Map<String, Object> awaitDelivery(String eventId, Predicate<Map<String, Object>> fits) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> deliveries(eventId), found -> found.size() == 1 && fits.test(found.getFirst()))
                .getFirst();
    }

    public Map<String, Object> awaitDelivery(String eventId, String status) {
        return awaitDelivery(eventId, delivery -> status.equals(delivery.get("status")));
    }

    /** Waits until the event was tried so often, and returns its delivery. */
    public Map<String, Object> awaitAttempts(String eventId, int count) {
        return awaitDelivery(
                eventId, delivery -> delivery.get("attempts") instanceof Integer attempts && attempts >= count);
    }

    public void delete() {
        as(party, role).delete("/v1/endpoints/" + endpointId).then().statusCode(204);
    }

    /** What stands under its endpoint. */
    public JsonPath get(String path) {
        return as(party, role)
                .get("/v1/endpoints/" + endpointId + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
