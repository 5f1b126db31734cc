// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.oauth;

import static id.siaga.notification.RegisteredParty.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that want a token of an issuer of theirs. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class OAuthTest {

    private final WebhookSink issuer = new WebhookSink();
    private final WebhookSink sink = new WebhookSink();

    @AfterEach
    void close() {
        issuer.close();
        sink.close();
    }

    @Test
    void oneTokenServesManyRequestsTheChallengeIncluded() {
        // Given
        issuer.answering(request -> token("t-" + issuer.received().size(), 3600));
        RegisteredParty google = register();

        // When
        Received first = received();
        Received second = received();

        // Then
        assertEquals("Bearer t-1", sink.challenges().getFirst().headers().get("authorization"));
        assertEquals("Bearer t-1", first.headers().get("authorization"));
        assertEquals("Bearer t-1", second.headers().get("authorization"));
        Received asked = issuer.received().getFirst();
        assertEquals("grant_type=client_credentials&scope=hooks.write+more", asked.text());
        assertEquals(
                "Basic " + Base64.getEncoder().encodeToString("siaga%3A1:r%C3%A4tsel+%26".getBytes(UTF_8)),
                asked.headers().get("authorization"));
        google.delete();
    }

    @Test
    void aTokenThatIsNotAcceptedIsDropped() {
        // Given
        issuer.answering(request -> token("t-" + issuer.received().size(), 3600));
        RegisteredParty google = register();
        sink.answering(
                request -> Reply.status("Bearer t-2".equals(request.headers().get("authorization")) ? 204 : 401));

        // When
        String id = EventFixture.anOrder().toldTo("google").send();

        // Then
        google.awaitDelivery(id, "SUCCEEDED");
        assertEquals(
                List.of("Bearer t-1", "Bearer t-2"),
                sink.received(id).stream()
                        .map(one -> one.headers().get("authorization"))
                        .toList());
        google.delete();
    }

    @Test
    void aTokenIsNotUsedToItsEnd() {
        // Given
        issuer.answering(request -> token("t-" + issuer.received().size(), 0));
        RegisteredParty google = register();

        // When
        Received first = received();
        Received second = received();

        // Then
        assertEquals("Bearer t-2", first.headers().get("authorization"));
        assertEquals("Bearer t-3", second.headers().get("authorization"));
        google.delete();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"access_token\": \"\"}",
                "{\"access_token\": \"a b\", \"token_type\": \"Bearer\"}",
                "{\"access_token\": \"a\\r\\nx: y\"}",
                "{\"access_token\": \"a\", \"token_type\": \"mac\"}"
            })
    void withoutATokenNothingIsSentAndTheLogSaysWhy(String answer) {
        // Given
        issuer.answering(request -> token("t-1", 0));
        RegisteredParty google = register();
        issuer.answering(request -> Reply.status(200).saying(answer));

        // When
        String id = EventFixture.anOrder().toldTo("google").send();

        // Then
        google.awaitAttempts(id, 1);
        assertTrue(String.valueOf(google.attempts(id).getLast().get("error")).startsWith("the token URL answered no"));
        assertEquals(List.of(), sink.received());
        google.delete();
    }

    @Test
    void theSecretIsMaskedAndStaysWhenTheMaskComesBack() {
        // Given
        issuer.answering(request -> token("t", 0));
        RegisteredParty google = register();
        String path = "/v1/endpoints/" + google.endpointId();
        as("google", "platform")
                .get(path)
                .then()
                .body("oauth2.clientSecret", equalTo("***"))
                .body("oauth2.clientId", equalTo("siaga:1"));

        // When
        as("google", "platform")
                .header("If-Match", "*")
                .contentType("application/json")
                .body(request("***", issuer.url("/token2")))
                .put(path)
                .then()
                .statusCode(200);
        received();

        // Then
        Received asked = issuer.received().getLast();
        assertEquals("/token2", asked.path());
        assertEquals(
                issuer.received().getFirst().headers().get("authorization"),
                asked.headers().get("authorization"));
        google.delete();
    }

    @Test
    void aTokenUrlIsVettedAsTheUrlIs() {
        for (String hostile : List.of("https://169.254.169.254/token", "http://10.0.0.1/", "ftp://127.0.0.1/", "x")) {
            post(request("s", hostile)).then().statusCode(400).body("errors.pointer", hasItem("/oauth2/tokenUrl"));
        }
        post(request("***", issuer.url("/token")))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/oauth2/clientSecret"));
    }

    private static Reply token(String token, int seconds) {
        return Reply.status(200)
                .saying("{\"access_token\": \"%s\", \"token_type\": \"bearer\", \"expires_in\": %d}"
                        .formatted(token, seconds));
    }

    private Received received() {
        return sink.await(EventFixture.anOrder().toldTo("google").send(), 1).getFirst();
    }

    private RegisteredParty register() {
        return RegisteredParty.register("google", "platform", request("rätsel &", issuer.url("/token")));
    }

    private static Response post(Map<String, ?> request) {
        return as("google", "platform")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(request)
                .post("/v1/endpoints");
    }

    private Map<String, ?> request(String secret, String tokenUrl) {
        return Map.of(
                "url", sink.url("/google"),
                "eventTypes", List.of("*"),
                "oauth2",
                        Map.of(
                                "tokenUrl",
                                tokenUrl,
                                "clientId",
                                "siaga:1",
                                "clientSecret",
                                secret,
                                "scope",
                                "hooks.write more"));
    }
}
