// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static id.siaga.notification.RegisteredParty.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.signing.SigningSecret;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class EndpointResourceTest {

    private static final String URL = "http://127.0.0.1:9/siaga";
    private static final String BODY = """
            {"url": "http://127.0.0.1:9/siaga", "eventTypes": ["order.*", "report.status-changed"], "description": "Utama"}""";

    @Inject
    AgroalDataSource database;

    @Test
    void anEndpointIsRegisteredWithASecretOfItsOwn() {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        Response answer = post("cekfakta", "partner", key, BODY);

        // Then
        answer.then()
                .statusCode(201)
                .header("Location", containsString("/v1/endpoints/" + answer.path("id")))
                .header("API-Version", "1.0.0")
                .body("url", equalTo(URL))
                .body("party", equalTo("cekfakta"))
                .body("eventTypes", equalTo(List.of("order.*", "report.status-changed")))
                .body("description", equalTo("Utama"))
                .body("status", equalTo("UNVERIFIED"))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .body("createdAt", matchesPattern(".*Z"));
    }

    @Test
    void aRepeatIsGivenTheSameSecretAndAnotherBodyIsNot() {
        // Given
        String key = UUID.randomUUID().toString();
        Response first = post("cekfakta", "partner", key, BODY);

        // When
        Response repeat = post("cekfakta", "partner", key, BODY);
        Response other = post("cekfakta", "partner", key, BODY.replace("Utama", "Lain"));

        // Then
        repeat.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertEquals(first.asString(), repeat.asString());
        other.then().statusCode(422).contentType("application/problem+json");
    }

    @Test
    void theSecretIsNowhereInTheDatabaseInClear() throws SQLException {
        // Given
        Response answer = post("cekfakta", "partner", UUID.randomUUID().toString(), BODY);
        String secret = answer.path("secret");
        byte[] key = SigningSecret.parse(secret).key();

        // When
        String endpoint = hex("SELECT sealed_secret FROM endpoint WHERE id = '" + answer.path("id") + "'");
        String idempotent = hex("SELECT body FROM idempotency WHERE location LIKE '%" + answer.path("id") + "'");

        // Then
        assertFalse(endpoint.contains(hex(key)));
        assertFalse(idempotent.contains(hex(secret.getBytes(UTF_8))));
    }

    @Test
    void theSecretIsShownOnceOnly() {
        // Given
        RegisteredParty elsam = RegisteredParty.registerUnverified("elsam", "partner", URL, "case.*");

        // When
        String read = as("elsam", "partner")
                .get("/v1/endpoints/" + elsam.endpointId())
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .extract()
                .asString();

        // Then
        assertFalse(read.contains("whsec_"));
    }

    @Test
    void anotherPartysEndpointIsNotThere() {
        // Given
        String path = "/v1/endpoints/"
                + RegisteredParty.registerUnverified("elsam", "partner", URL, "case.*")
                        .endpointId();

        // When, Then
        as("cekfakta", "partner").get(path).then().statusCode(404).contentType("application/problem+json");
        as("cekfakta", "partner").get(path + "/attempts").then().statusCode(404);
        as("cekfakta", "partner").get(path + "/deliveries").then().statusCode(404);
        as("cekfakta", "partner").delete(path).then().statusCode(404);
        as("cekfakta", "partner")
                .get("/v1/endpoints?limit=200")
                .then()
                .statusCode(200)
                .body("endpoints.party", not(hasItem("elsam")));
    }

    @Test
    void auditorAndOperatorSeeEveryPartys() {
        // Given
        String path = "/v1/endpoints/"
                + RegisteredParty.registerUnverified("elsam", "partner", URL, "case.*")
                        .endpointId();

        // When, Then
        as("ombudsman", "auditor").get(path).then().statusCode(200).body("party", equalTo("elsam"));
        as("siaga-ops", "operator").get(path).then().statusCode(200);
        as("ombudsman", "auditor").delete(path).then().statusCode(403);
        as("siaga-ops", "operator").delete(path).then().statusCode(204);
    }

    @Test
    void aDeletedEndpointIsGoneForItsOwnerToo() {
        // Given
        RegisteredParty elsam = RegisteredParty.registerUnverified("elsam", "partner", URL, "case.*");

        // When
        elsam.delete();

        // Then
        as("elsam", "partner").get("/v1/endpoints/" + elsam.endpointId()).then().statusCode(404);
        as("elsam", "partner")
                .delete("/v1/endpoints/" + elsam.endpointId())
                .then()
                .statusCode(404);
        as("elsam", "partner")
                .get("/v1/endpoints?limit=200")
                .then()
                .body("endpoints.id", not(hasItem(elsam.endpointId())));
    }

    @Test
    void pagesFollowEachOtherFromTheNewest() {
        // Given
        RegisteredParty older = RegisteredParty.registerUnverified("line", "platform", URL, "order.*");
        RegisteredParty newer = RegisteredParty.registerUnverified("line", "platform", URL, "order.*");

        // When
        Response first = as("line", "platform").get("/v1/endpoints?limit=1");
        Response second = as("line", "platform").get("/v1/endpoints?limit=1&cursor=" + first.path("next"));

        // Then
        assertEquals(List.of(newer.endpointId()), first.path("endpoints.id"));
        assertEquals(List.of(older.endpointId()), second.path("endpoints.id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\": \"https://10.0.0.1/\", \"eventTypes\": [\"*\"]} | /url",
                "{\"url\": \"https://169.254.169.254/latest\", \"eventTypes\": [\"*\"]} | /url",
                "{\"url\": \"https://[::1]/\", \"eventTypes\": [\"*\"]} | /url",
                "{\"url\": \"http://93.184.216.34/\", \"eventTypes\": [\"*\"]} | /url",
                "{\"url\": \"ftp://127.0.0.1/\", \"eventTypes\": [\"*\"]} | /url",
                "{\"url\": \"http://u:p@127.0.0.1/\", \"eventTypes\": [\"*\"]} | /url",
                "{\"url\": \"not a url\", \"eventTypes\": [\"*\"]} | /url",
                "{\"url\": \"\", \"eventTypes\": [\"*\"]} | /url",
                "{\"eventTypes\": [\"*\"]} | /url",
                "{\"url\": \"http://127.0.0.1/\"} | /eventTypes",
                "{\"url\": \"http://127.0.0.1/\", \"eventTypes\": []} | /eventTypes",
                "{\"url\": \"http://127.0.0.1/\", \"eventTypes\": [\"order\"]} | /eventTypes/0",
                "{\"url\": \"http://127.0.0.1/\", \"eventTypes\": [\"*\", \"order.iss*\"]} | /eventTypes/1",
                "{\"url\": \"http://127.0.0.1/\", \"eventTypes\": [null]} | /eventTypes/0",
                "{\"url\": \"http://127.0.0.1/\", \"eventTypes\": \"*\"} | /eventTypes",
                "{\"url\": 7, \"eventTypes\": [\"*\"]} | /url",
                "{\"url\": \"http://127.0.0.1/\", \"eventTypes\": [\"*\"], \"secret\": \"x\"} | /secret",
                "{\"url\": \"http://127.0.0.1/\", \"eventTypes\": [\"*\"], \"description\": \"a\\u0000b\"} | /description"
            })
    void aWrongRequestIsToldThePlace(String body, String pointer) {
        // Given, When
        Response answer = post("cekfakta", "partner", UUID.randomUUID().toString(), body);

        // Then
        answer.then().statusCode(400).contentType("application/problem+json").body("errors.pointer", hasItem(pointer));
    }

    @Test
    void whatCannotBeReadOrRepeatedIsRefused() {
        post("cekfakta", "partner", UUID.randomUUID().toString(), "{\"url\":")
                .then()
                .statusCode(400);
        as("cekfakta", "partner")
                .contentType("application/json")
                .body(BODY)
                .post("/v1/endpoints")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("header:Idempotency-Key"));
        as("cekfakta", "partner").get("/v1/endpoints?limit=0").then().statusCode(400);
        as("cekfakta", "partner").get("/v1/endpoints?limit=201").then().statusCode(400);
        as("cekfakta", "partner").get("/v1/endpoints?cursor=x").then().statusCode(400);
        as("cekfakta", "partner").get("/v1/endpoints/not-an-id").then().statusCode(404);
        as("cekfakta", "partner")
                .get("/v1/endpoints/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void onlyThoseWhoMayOwnEndpointsRegister() {
        given().contentType("application/json")
                .body(BODY)
                .post("/v1/endpoints")
                .then()
                .statusCode(401);
        post("posko", "officer", UUID.randomUUID().toString(), BODY).then().statusCode(403);
        post("ombudsman", "auditor", UUID.randomUUID().toString(), BODY).then().statusCode(403);
    }

    private static Response post(String party, String role, String key, String body) {
        return as(party, role)
                .headers(Map.of("Idempotency-Key", key))
                .contentType("application/json")
                .body(body)
                .post("/v1/endpoints");
    }

    private String hex(String select) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            return hex(row.getBytes(1));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
