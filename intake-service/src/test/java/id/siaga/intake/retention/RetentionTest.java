// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.retention;

import static id.siaga.intake.submission.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.intake.contact.ResealContacts;
import id.siaga.intake.submission.ReportFixture;
import id.siaga.keyring.Keyring;
import id.siaga.keyring.Keysets;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Data lives as long as it must, and no longer. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class RetentionTest {

    private static final Map<String, String> SITI = Map.of("name", "Siti Rahma", "phone", "+62 812 3456 7890");

    @Inject
    Expire expire;

    @Inject
    ResealContacts reseal;

    @Inject
    AgroalDataSource database;

    @Inject
    @ConfigProperty(name = "siaga.keyring")
    String keyset;

    @Test
    void aContactIsSealedAndShownToItsOwnPartyOnly() throws Exception {
        // Given
        String id = aReportOf("mafindo", 0);
        // Then
        as("mafindo", "reporter")
                .get(path(id, "contact"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Siti Rahma"));
        as("kpu", "reporter").get(path(id, "contact")).then().statusCode(404);
        as("siaga-ops", "operator").get(path(id, "contact")).then().statusCode(403);
        byte[] sealed = sealed(id);
        assertFalse(new String(sealed, UTF_8).contains("Siti"));
        assertTrue(new Keyring(keyset).isCurrent(sealed), "the key's id stands in front");
    }

    @Test
    void aPersonsDataIsErasedAtItsRequestUnlessAHoldKeepsIt() throws Exception {
        // Given
        String id = aReportOf("mafindo", 0);
        hold(id);
        as("mafindo", "reporter")
                .delete(path(id, "contact"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:legal-hold"));
        as("siaga-ops", "operator").delete(path(id, "authors")).then().statusCode(409);
        as("siaga-ops", "operator").delete(path(id, "legal-hold")).then().statusCode(204);
        // When
        as("kpu", "reporter").delete(path(id, "contact")).then().statusCode(404);
        as("siaga-ops", "operator").delete(path(id, "contact")).then().statusCode(204);
        as("siaga-ops", "operator").delete(path(id, "authors")).then().statusCode(204);
        // Then
        as("mafindo", "reporter").get(path(id, "contact")).then().statusCode(404);
        as("mafindo", "reporter").get(path(id, "")).then().body("items.authorAccount", contains(nullValue()));
        as("mafindo", "reporter").delete(path(id, "contact")).then().statusCode(204);
    }

    @Test
    void contactsGoFirstFinishedReportsLaterAndHeldOnesNever() throws Exception {
        // Given
        String young = aReportOf("mafindo", 10);
        String halfAYear = aReportOf("mafindo", 181);
        String finished = finished(1826);
        String unfinished = aReportOf("mafindo", 1826);
        String held = finished(1826);
        String special = finished(31);
        update("UPDATE report SET category = 'cyberbullying' WHERE id = ?", special);
        hold(held);
        // When
        expire.run();
        // Then
        as("mafindo", "reporter").get(path(young, "contact")).then().statusCode(200);
        as("mafindo", "reporter").get(path(halfAYear, "contact")).then().statusCode(404);
        as("mafindo", "reporter").get(path(halfAYear, "")).then().statusCode(200);
        as("mafindo", "reporter").get(path(finished, "")).then().statusCode(404);
        as("mafindo", "reporter").get(path(special, "")).then().statusCode(404);
        as("mafindo", "reporter").get(path(unfinished, "")).then().statusCode(200);
        as("mafindo", "reporter").get(path(held, "contact")).then().statusCode(200);
    }

    @Test
    void answersAreForgottenAfterTwoDays() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        String body = aReport().about(ReportFixture.somewhere()).json();
        String first = submit("ombudsman", key, body);
        update("UPDATE idempotency SET created_at = created_at - interval '49 hours' WHERE key = ?::uuid::text", key);
        // When
        expire.run();
        // Then
        assertEquals(0, count("SELECT count(*) FROM idempotency WHERE key = ?::uuid::text", key));
        as("ombudsman", "reporter").get(path(first, "")).then().statusCode(200);
    }

    @Test
    void whatAnOldKeyHasSealedIsSealedAnew() throws Exception {
        // Given: sealed under a keyring that has grown since
        String id = aReportOf("mafindo", 0);
        Keyring rotated = new Keyring(Keysets.rotated(keyset));
        assertFalse(rotated.isCurrent(sealed(id)));
        // When
        ResealContacts.Result result = reseal.run(rotated);
        // Then
        assertTrue(result.sealed() > 0);
        assertTrue(rotated.isCurrent(sealed(id)));
        assertEquals(0, reseal.run(rotated).sealed(), "nothing is left to do");
    }

    private String aReportOf(String party, int daysAgo) throws SQLException {
        String id = submit(
                party,
                UUID.randomUUID().toString(),
                aReport()
                        .with("contact", SITI)
                        .item(Map.of("url", ReportFixture.somewhere(), "authorAccount", "@warga"))
                        .json());
        update("UPDATE report SET received_at = received_at - interval '" + daysAgo + " days' WHERE id = ?", id);
        return id;
    }

    private String finished(int daysAgo) throws SQLException {
        String id = aReportOf("mafindo", daysAgo);
        as("mafindo", "reporter")
                .contentType("application/json")
                .body(Map.of("reason", "Keliru."))
                .post(path(id, "withdrawal"))
                .then()
                .statusCode(200);
        return id;
    }

    private static String submit(String party, String key, String body) {
        return as(party, "reporter")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void hold(String id) {
        as("siaga-ops", "operator")
                .contentType("application/json")
                .body(Map.of("reason", "Perkara 12/Pid.Sus/2025"))
                .put(path(id, "legal-hold"))
                .then()
                .statusCode(204);
    }

    private static String path(String id, String part) {
        return "/v1/reports/" + id + (part.isEmpty() ? "" : "/" + part);
    }

    private static RequestSpecification as(String party, String role) {
        return given().auth().oauth2(Tokens.forClient(party, role));
    }

    private byte[] sealed(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT sealed FROM report_contact WHERE report_id = ?::uuid")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                assertTrue(row.next());
                return row.getBytes(1);
            }
        }
    }

    private int count(String sql, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                assertTrue(row.next());
                return row.getInt(1);
            }
        }
    }

    private void update(String sql, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, UUID.fromString(id));
            assertEquals(1, update.executeUpdate());
        }
    }
}
