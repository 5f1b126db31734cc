// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static id.siaga.notification.RegisteredParty.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.keyring.Keyring;
import id.siaga.keyring.Keysets;
import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.signing.SigningSecret;
import id.siaga.notification.signing.WebhookSignature;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an old key has sealed is sealed anew, while the service works with both. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class ResealSecretsTest {

    /** Its secret, the one before, its headers and what it gets tokens by. */
    private static final int EACH = 4;

    private static final String SEALED = """
            SELECT unnest(ARRAY [e.sealed_secret, r.sealed_secret, e.sealed_headers, e.sealed_oauth_secret])
            FROM endpoint e JOIN retiring_secret r ON r.endpoint_id = e.id WHERE e.id = ?""";

    private final WebhookSink sink = new WebhookSink();

    @Inject
    ResealSecrets reseal;

    @Inject
    Keyring keyring;

    @Inject
    AgroalDataSource database;

    @Inject
    @ConfigProperty(name = "siaga.keyring")
    String keyset;

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void everySecretOfAnEndpointIsUnderThePrimaryKeyAfterwards() throws SQLException {
        // Given
        RegisteredParty google = RegisteredParty.registerUnverified(
                "google",
                "platform",
                Map.of(
                        "url", sink.url("/google"),
                        "eventTypes", List.of("*"),
                        "headers", Map.of("x-api-key", "kunci"),
                        "oauth2",
                                Map.of(
                                        "tokenUrl", sink.url("/token"),
                                        "clientId", "siaga",
                                        "clientSecret", "rahasia")));
        as("google", "platform")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{}")
                .post("/v1/endpoints/" + google.endpointId() + "/secret")
                .then()
                .statusCode(201);
        Keyring older = new Keyring(Keysets.rotatedBack(keyset));
        reseal.run(older);
        List<byte[]> before = sealed(google);
        String revision = revision(google);
        // When
        ResealSecrets.Result result = reseal.run(keyring);
        // Then
        List<byte[]> after = sealed(google);
        assertEquals(EACH, before.stream().filter(older::isCurrent).count());
        assertEquals(EACH, after.stream().filter(keyring::isCurrent).count());
        assertTrue(result.sealed() >= EACH && result.seen() >= result.sealed(), result::toString);
        assertEquals(0, reseal.run(keyring).sealed(), "nothing is left to do");
        assertEquals(revision, revision(google), "its owner has not edited it");
        google.delete();
    }

    @Test
    void callsAreSignedAndHaveTheirHeadersAsBefore() {
        // Given
        RegisteredParty google = RegisteredParty.register(
                "google",
                "platform",
                Map.of(
                        "url", sink.url("/google"),
                        "eventTypes", List.of("*"),
                        "headers", Map.of("x-api-key", "kunci")));
        reseal.run(new Keyring(Keysets.rotatedBack(keyset)));
        // When
        reseal.run(keyring);
        // Then
        WebhookSink.Received webhook =
                sink.await(EventFixture.anOrder().toldTo("google").send(), 1).getFirst();
        assertEquals("kunci", webhook.headers().get("x-api-key"));
        assertEquals(
                WebhookSignature.v1(
                        SigningSecret.parse(google.secret()),
                        webhook.id(),
                        Long.parseLong(String.valueOf(webhook.headers().get("webhook-timestamp"))),
                        webhook.body()),
                webhook.headers().get("webhook-signature"));
        google.delete();
    }

    private static String revision(RegisteredParty endpoint) {
        return as(endpoint.party(), endpoint.role())
                .get("/v1/endpoints/" + endpoint.endpointId())
                .header("ETag");
    }

    private List<byte[]> sealed(RegisteredParty endpoint) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SEALED)) {
            select.setObject(1, UUID.fromString(endpoint.endpointId()));
            ResultSet rows = select.executeQuery();
            List<byte[]> secrets = new ArrayList<>();
            while (rows.next()) {
                secrets.add(rows.getBytes(1));
            }
            return secrets;
        }
    }
}
