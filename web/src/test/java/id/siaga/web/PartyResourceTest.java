// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Who is let in, as operators say it, over real HTTP, PostgreSQL and tokens. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "messaging"),
            @ResourceArg(name = "audience", value = "web-service")
        })
class PartyResourceTest {

    /** What features are told. */
    @ApplicationScoped
    static class Heard {

        private final List<StandingChanged> changes = new CopyOnWriteArrayList<>();

        void hear(@Observes StandingChanged change) {
            changes.add(change);
        }

        long times(String party, Standing standing) {
            return changes.stream()
                    .filter(new StandingChanged(party, standing)::equals)
                    .count();
        }
    }

    @Inject
    Heard heard;

    @Inject
    AgroalDataSource database;

    private static ValidatableResponse set(String party, String standing, String role, String reason) {
        return given().auth()
                .oauth2(Tokens.forClient("siaga-ops", "operator"))
                .contentType("application/json")
                .body("""
                        {"standing": "%s", "roles": ["%s"], "reason": "%s"}""".formatted(standing, role, reason))
                .put("/v1/parties/{party}/standing", party)
                .then();
    }

    private static int answerTo(String token) {
        return given().auth().oauth2(token).get("/v1/notes").statusCode();
    }

    @Test
    void whoIsAdmittedIsLetInWithItsRolesAndNoOthers() {
        // Given
        String token = Tokens.forClient("turnbackhoax", "reporter");
        assertEquals(401, answerTo(token));
        // When
        set("turnbackhoax", "ADMITTED", "reporter", "MoU 12/2026")
                .statusCode(200)
                .body("party", equalTo("turnbackhoax"), "standing", equalTo("ADMITTED"))
                .body("roles", contains("reporter"), "changes", hasSize(1))
                .body("changes[0].reason", equalTo("MoU 12/2026"), "changes[0].at", notNullValue())
                .body("changes[0].by", startsWith("siaga-ops/"));
        // Then
        assertEquals(200, answerTo(token));
        assertEquals(401, answerTo(Tokens.forClient("turnbackhoax", "operator")));
        assertEquals(401, answerTo(Tokens.forClient("turnbackhoax", "reporter", "partner")));
    }

    @Test
    void aTokenThatWasGoodAMomentAgoIsRefusedOnceItsPartyIsSuspended() {
        // Given
        String token = Tokens.forClient("tiktok", "reporter");
        assertEquals(200, answerTo(token));
        // When
        set("tiktok", "SUSPENDED", "reporter", "Keys were lost.")
                .statusCode(200)
                .body("standing", equalTo("SUSPENDED"));
        // Then
        assertEquals(401, answerTo(token));
        set("tiktok", "ADMITTED", "reporter", "New keys.").statusCode(200);
        assertEquals(200, answerTo(token));
    }

    @Test
    void whatAnotherReplicaWasToldHoldsHereWithinSeconds() throws SQLException {
        // Given
        String token = Tokens.forClient("snackvideo", "reporter");
        assertEquals(200, answerTo(token));
        // When
        execute("""
                INSERT INTO party_standing (party, version, standing, roles, reason, changed_by, changed_at)
                VALUES ('snackvideo', 1, 'SUSPENDED', '{reporter}', 'elsewhere', 'siaga-ops/x', now())""");
        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> answerTo(token) == 401);
    }

    @Test
    void whoHasLeftDoesNotComeBack() {
        // Given
        set("laporhoax", "ADMITTED", "reporter", "").statusCode(200);
        String token = Tokens.forClient("laporhoax", "reporter");
        assertEquals(200, answerTo(token));
        // When
        set("laporhoax", "LEFT", "reporter", "Dissolved.").statusCode(200);
        // Then
        assertEquals(401, answerTo(token));
        set("laporhoax", "ADMITTED", "reporter", "")
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:illegal-transition"))
                .body("state", equalTo("LEFT"), "allowed", empty());
        set("laporhoax", "LEFT", "partner", "Again.").statusCode(200).body("changes", hasSize(2));
    }

    @Test
    void toSayAgainWhatHoldsChangesNothingAndIsHeard() {
        // Given
        set("telegram", "SUSPENDED", "platform", "No answer.").statusCode(200);
        long heardOnce = heard.times("telegram", Standing.SUSPENDED);
        // When
        set("telegram", "SUSPENDED", "platform", "No answer at all.")
                .statusCode(200)
                .body("changes", hasSize(1))
                .body("changes[0].reason", equalTo("No answer."));
        // Then
        assertEquals(1, heardOnce);
        assertEquals(2, heard.times("telegram", Standing.SUSPENDED));
    }

    @Test
    void whatCannotBeIsRefused() {
        set("nobody-knows", "SUSPENDED", "reporter", "Why not.").statusCode(404);
        set("google", "SUSPENDED", "platform", " ").statusCode(400).body("errors.pointer", hasItem("/reason"));
        set("google", "SUSPENDED", "emperor", "Why not.").statusCode(400).body("errors.pointer", hasItem("/roles"));
        set("google", "PAUSED", "platform", "Why not.").statusCode(400).body("errors.pointer", hasItem("/standing"));
        set("Google", "ADMITTED", "platform", "").statusCode(400);
        set("a,b", "ADMITTED", "platform", "").statusCode(400);
        set("siaga-ops", "LEFT", "operator", "Good bye.")
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:own-party"));
        given().auth()
                .oauth2(Tokens.forClient("google", "platform"))
                .get("/v1/notes")
                .then()
                .statusCode(403);
    }

    @Test
    void partiesOfTheSettingsAndOfOperatorsAreListedByName() {
        // Given
        set("aaa-first", "ADMITTED", "reporter", "").statusCode(200);
        // When
        String next = given().auth()
                .oauth2(Tokens.forClient("ombudsman", "auditor"))
                .get("/v1/parties?limit=1")
                .then()
                .statusCode(200)
                .body("parties.party", contains("aaa-first"), "parties.roles", contains(List.of("reporter")))
                .extract()
                .path("next");
        // Then
        given().auth()
                .oauth2(Tokens.forClient("ombudsman", "auditor"))
                .queryParam("cursor", next)
                .queryParam("limit", 200)
                .get("/v1/parties")
                .then()
                .statusCode(200)
                .body("parties.party", hasItems("bawaslu", "x"), "next", equalTo(null));
        given().auth()
                .oauth2(Tokens.forClient("ombudsman", "auditor"))
                .get("/v1/parties/bawaslu")
                .then()
                .statusCode(200)
                .body("standing", equalTo("ADMITTED"), "changes", empty());
    }

    @Test
    void nobodyTakesBackWhatWasSaid() {
        SQLException refused =
                assertThrows(SQLException.class, () -> execute("UPDATE party_standing SET standing = 'ADMITTED'"));
        assertEquals("42501", refused.getSQLState());
        refused = assertThrows(SQLException.class, () -> execute("DELETE FROM party_standing"));
        assertEquals("42501", refused.getSQLState());
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }
}
