// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import static io.restassured.RestAssured.given;

import id.siaga.web.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A party that takes no calls: it pulls, from a place that it keeps, and commits. */
final class Puller {

    private final String party;
    private final String[] roles;
    private String place;

    private Puller(String party, String... roles) {
        this.party = party;
        this.roles = roles;
        this.place = "";
    }

    /** Behind all that is there for it now. */
    static Puller atTheEnd(String party, String... roles) {
        Puller puller = new Puller(party, roles);
        JsonPath page;
        do {
            page = puller.pull("");
        } while (page.getBoolean("more"));
        return puller;
    }

    String token() {
        return Tokens.forClient(party, roles);
    }

    String place() {
        return place;
    }

    Puller at(String cursor) {
        place = cursor;
        return this;
    }

    /** The next page, behind which it stands then. */
    JsonPath pull(String more) {
        JsonPath page = get("limit=200" + (place.isEmpty() ? "" : "&after=" + place) + more)
                .statusCode(200)
                .extract()
                .jsonPath();
        place = page.getString("next");
        return page;
    }

    ValidatableResponse get(String query) {
        return given().auth().oauth2(token()).get("/v1/events?" + query).then();
    }

    /** Pulls until it has so many, and returns their ids. */
    List<String> pullIds(int count) {
        List<String> ids = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            ids.addAll(pull("&wait=1").getList("events.id"));
            return ids.size() >= count;
        });
        return ids;
    }

    ValidatableResponse commit(String cursor) {
        return given().auth()
                .oauth2(token())
                .contentType("application/json")
                .body(Map.of("after", cursor))
                .post("/v1/events/commit")
                .then();
    }
}
