// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.RegisteredParty.as;

import id.siaga.notification.RegisteredParty;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What an endpoint's owner, or an operator, has done about its deliveries. */
final class Commands {

    private Commands() {}

    static ValidatableResponse resend(RegisteredParty endpoint, Object delivery) {
        return post(endpoint, endpoint.party(), endpoint.role(), delivery, "resend");
    }

    static ValidatableResponse cancel(RegisteredParty endpoint, Object delivery) {
        return post(endpoint, endpoint.party(), endpoint.role(), delivery, "cancellation");
    }

    static ValidatableResponse asOperator(RegisteredParty endpoint, Object delivery, String command) {
        return post(endpoint, "siaga-ops", "operator", delivery, command);
    }

    static ValidatableResponse post(
            RegisteredParty endpoint, String party, String role, Object delivery, String command) {
        return as(party, role)
                .post("/v1/endpoints/" + endpoint.endpointId() + "/deliveries/" + delivery + "/" + command)
                .then();
    }

    /** Asks for a recovery or replay. */
    static ValidatableResponse start(RegisteredParty endpoint, String what, Map<String, ?> request) {
        return start(endpoint, endpoint.role(), what, request);
    }

    static ValidatableResponse start(RegisteredParty endpoint, String role, String what, Map<String, ?> request) {
        return as(endpoint.party(), role)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(request)
                .post("/v1/endpoints/" + endpoint.endpointId() + "/" + what)
                .then();
    }

    /** Asks for it, waits until all of it is queued, and returns how much that is. */
    static int queued(RegisteredParty endpoint, String what, Map<String, ?> request) {
        String id = start(endpoint, what, request).statusCode(201).extract().path("id");
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> endpoint.get("/recoveries/" + id), recovery -> "FINISHED"
                        .equals(recovery.getString("status")))
                .getInt("queued");
    }

    static void pause(RegisteredParty endpoint) {
        command(endpoint, "pause");
    }

    static void resume(RegisteredParty endpoint) {
        command(endpoint, "resumption");
    }

    private static void command(RegisteredParty endpoint, String command) {
        as(endpoint.party(), endpoint.role())
                .post("/v1/endpoints/" + endpoint.endpointId() + "/" + command)
                .then()
                .statusCode(200);
    }

    static Object id(Map<String, Object> delivery) {
        return String.valueOf(delivery.get("id"));
    }
}
