// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static id.siaga.notification.RegisteredParty.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.signing.SigningSecret;
import id.siaga.notification.signing.WebhookSignature;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret is replaced without a receiver missing anything. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class RotationTest {

    private final WebhookSink sink = new WebhookSink();

    @Inject
    AgroalDataSource database;

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void theOldSecretSignsAlongForADay() throws WebhookVerificationException {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");

        // When
        Response answer = rotate(google, "{}");

        // Then
        String fresh = answer.then().statusCode(201).extract().path("secret");
        Instant until = Instant.parse(answer.path("oldUntil"));
        Duration left = Duration.between(Clock.systemUTC().instant(), until);
        assertTrue(
                left.compareTo(Duration.ofHours(23)) > 0 && left.compareTo(Duration.ofHours(24)) <= 0, left::toString);
        Received webhook = received(google);
        verify(fresh, webhook);
        verify(google.secret(), webhook);
        assertEquals(
                signatures(webhook, fresh, google.secret()), webhook.headers().get("webhook-signature"));
        google.delete();
    }

    @Test
    void aSecretThatHasLeakedSignsNothingMore() throws WebhookVerificationException {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");
        String second = rotate(google, "{}").path("secret");

        // When
        String third = rotate(google, "{\"overlapHours\": 0}").path("secret");

        // Then
        Received webhook = received(google);
        verify(third, webhook);
        assertThrows(WebhookVerificationException.class, () -> verify(second, webhook));
        assertThrows(WebhookVerificationException.class, () -> verify(google.secret(), webhook));
        google.delete();
    }

    @Test
    void anOldSecretEndsWithItsTime() throws SQLException, WebhookVerificationException {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");
        String fresh = rotate(google, "{}").path("secret");

        // When
        execute("UPDATE retiring_secret SET retires_at = now() WHERE endpoint_id = '" + google.endpointId() + "'");

        // Then
        Received webhook = received(google);
        assertEquals(signatures(webhook, fresh), webhook.headers().get("webhook-signature"));
        google.delete();
    }

    @Test
    void threeOldOnesAtMostSignAlong() {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");
        String second = rotate(google, "{}").path("secret");
        String third = rotate(google, "{}").path("secret");
        String fourth = rotate(google, "{}").path("secret");

        // When
        String fifth = rotate(google, "{\"overlapHours\": 168}").path("secret");

        // Then
        Received webhook = received(google);
        assertEquals(
                signatures(webhook, fifth, fourth, third, second),
                webhook.headers().get("webhook-signature"));
        google.delete();
    }

    @Test
    void oldSecretsAreSealedAndGoWithTheirEndpoint() throws SQLException {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");
        rotate(google, "{}");
        String where = " FROM retiring_secret WHERE endpoint_id = '" + google.endpointId() + "'";
        String sealed = text("SELECT encode(sealed_secret, 'hex')" + where);

        // When
        google.delete();

        // Then
        String key =
                HexFormat.of().formatHex(SigningSecret.parse(google.secret()).key());
        assertFalse(sealed.contains(key));
        assertFalse(sealed.contains(HexFormat.of().formatHex(google.secret().getBytes(UTF_8))));
        assertEquals("0", text("SELECT count(*)::text" + where));
    }

    @Test
    void onlyItsOwnerRotatesAndWithinBounds() {
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");

        rotate(google, "{\"overlapHours\": 169}").then().statusCode(400);
        rotate(google, "{\"overlapHours\": -1}").then().statusCode(400);
        rotate(google, "{\"secret\": \"whsec_AAAA\"}").then().statusCode(400);
        rotate(new RegisteredParty("meta", "platform", google.endpointId(), ""), "{}")
                .then()
                .statusCode(404);
        google.delete();
    }

    private Received received(RegisteredParty endpoint) {
        return sink.await(EventFixture.anOrder().toldTo(endpoint.party()).send(), 1)
                .getFirst();
    }

    private static Response rotate(RegisteredParty endpoint, String body) {
        return as(endpoint.party(), endpoint.role())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/v1/endpoints/" + endpoint.endpointId() + "/secret");
    }

    private static void verify(String secret, Received webhook) throws WebhookVerificationException {
        Map<String, List<String>> headers = webhook.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        new Webhook(secret).verify(webhook.text(), HttpHeaders.of(headers, (name, value) -> true));
    }

    private static String signatures(Received webhook, String... secrets) {
        long timestamp = Long.parseLong(String.valueOf(webhook.headers().get("webhook-timestamp")));
        return List.of(secrets).stream()
                .map(secret ->
                        WebhookSignature.v1(SigningSecret.parse(secret), webhook.id(), timestamp, webhook.body()))
                .collect(Collectors.joining(" "));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
