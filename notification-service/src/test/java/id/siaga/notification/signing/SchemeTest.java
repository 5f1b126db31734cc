// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpHeaders;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests are signed as their endpoint wants it, and anybody can verify those of the service's key. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class SchemeTest {

    /** What stands before an Ed25519 key in X.509 (RFC 8410), by which the JDK reads it without code of ours. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final WebhookSink sink = new WebhookSink();

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void aSignatureOfTheServiceIsVerifiedByItsPublishedKey() throws GeneralSecurityException {
        // Given
        RegisteredParty google = register(List.of("v1a"));

        // When
        Received webhook = received(google);

        // Then
        List<String> signatures = List.of(signature(webhook).split(" ", -1));
        assertEquals(1, signatures.size());
        assertTrue(verifies(webhook, signatures.getFirst()));
        assertFalse(verifies(
                new Received(webhook.headers(), (webhook.text() + " ").getBytes(UTF_8), webhook.at(), webhook.path()),
                signatures.getFirst()));
        google.delete();
    }

    @Test
    void bothSignWhenBothAreAskedFor() throws GeneralSecurityException, WebhookVerificationException {
        // Given
        RegisteredParty google = register(List.of("v1", "v1a"));

        // When
        Received webhook = received(google);

        // Then
        List<String> signatures = List.of(signature(webhook).split(" ", -1));
        assertEquals(
                List.of("v1", "v1a"),
                signatures.stream()
                        .map(one -> one.substring(0, one.indexOf(',')))
                        .toList());
        assertTrue(verifies(webhook, signatures.getLast()));
        Map<String, List<String>> headers = webhook.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        new Webhook(google.secret()).verify(webhook.text(), HttpHeaders.of(headers, (name, value) -> true));
        google.delete();
    }

    @Test
    void theKeysAreThereForEverybodyWithoutTheirPrivateHalves() {
        Map<String, Object> key = keys().getMap("keys[0]");

        assertEquals(
                Map.of("kty", "OKP", "crv", "Ed25519", "use", "sig", "alg", "EdDSA"),
                key.entrySet().stream()
                        .filter(member -> !List.of("kid", "x", "whpk").contains(member.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        String x = String.valueOf(key.get("x"));
        assertEquals(
                "whpk_"
                        + Base64.getEncoder()
                                .encodeToString(Base64.getUrlDecoder().decode(x)),
                key.get("whpk"));
        assertFalse(key.containsKey("d"));
    }

    private static boolean verifies(Received webhook, String signature) throws GeneralSecurityException {
        byte[] x = Base64.getUrlDecoder().decode(keys().getString("keys[0].x"));
        byte[] encoded = HexFormat.of()
                .parseHex(HexFormat.of().formatHex(X509) + HexFormat.of().formatHex(x));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        verifier.update((webhook.id() + "." + webhook.headers().get("webhook-timestamp") + ".").getBytes(UTF_8));
        verifier.update(webhook.body());
        return verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
    }

    private static JsonPath keys() {
        return given().get("/.well-known/webhook-keys")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String signature(Received webhook) {
        return String.valueOf(webhook.headers().get("webhook-signature"));
    }

    private RegisteredParty register(List<String> signatures) {
        return RegisteredParty.register(
                "google",
                "platform",
                Map.of("url", sink.url("/google"), "eventTypes", List.of("*"), "signatures", signatures));
    }

    private Received received(RegisteredParty endpoint) {
        return sink.await(EventFixture.anOrder().toldTo(endpoint.party()).send(), 1)
                .getFirst();
    }
}
