// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import id.siaga.notification.RegisteredParty;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** A platform that pulls; one for each test: what goes from its feed is missing for whoever reads that later. */
record Reader(String party) {

    /** The place before everything. */
    private static final String BEGIN = "MCAw";

    /** Waits until its feed has so many, of which none has gone, and returns the place behind them. */
    String await(int count) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> page("?wait=1&after=" + BEGIN),
                        page -> page.getList("events").size() == count)
                .getString("next");
    }

    JsonPath page(String query) {
        return get("/v1/events" + query).statusCode(200).extract().jsonPath();
    }

    ValidatableResponse get(String path) {
        return RegisteredParty.as(party, "platform").get(path).then();
    }

    void commit(String place) {
        RegisteredParty.as(party, "platform")
                .contentType("application/json")
                .body(Map.of("after", place))
                .post("/v1/events/commit")
                .then()
                .statusCode(200);
    }
}
