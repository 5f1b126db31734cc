// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

import static id.siaga.notification.RegisteredParty.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.web.Contracts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint is told nothing before its URL has repeated a signed challenge. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class VerificationTest {

    private final WebhookSink sink = new WebhookSink();

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void whoRepeatsTheChallengeIsActive() throws WebhookVerificationException {
        // Given, When
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "order.*");

        // Then
        Received challenge = sink.challenges().getFirst();
        HttpHeaders headers = HttpHeaders.of(
                challenge.headers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
        new Webhook(google.secret()).verify(challenge.text(), headers);
        JsonPath event = JsonPath.from(challenge.text());
        assertEquals("id.siaga.endpoint.challenged.v1", event.getString("type"));
        assertEquals(challenge.id(), event.getString("id"));
        assertEquals(google.endpointId(), event.getString("data.endpointId"));
        Contracts.own()
                .assertValid(
                        "endpoint-challenged.v1",
                        challenge
                                .text()
                                .substring(
                                        challenge.text().indexOf("\"data\":") + 7,
                                        challenge.text().length() - 1));
        awaitVerification(google, v -> "PASSED".equals(v.getString("status")));
        assertEquals(1, verification(google).getInt("attempts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok",
                "{}",
                "{\"challenge\": \"\"}",
                "{\"challenge\": null}",
                "[\"%s\"]",
                "%s",
                "{\"data\": {\"challenge\": \"%s\"}}",
                "{\"challenge\": [\"%s\"]}",
                "{\"challenge\": \"%s \"}"
            })
    void anAnswerThatDoesNotRepeatItIsNone(String answer) {
        // Given
        sink.answeringChallenges(challenge -> Reply.status(200).saying(answer.replace("%s", text(challenge))));

        // When
        RegisteredParty google =
                RegisteredParty.registerUnverified("google", "platform", sink.url("/google"), "order.*");

        // Then
        awaitVerification(google, v -> v.getInt("attempts") >= 2);
        assertEquals("UNVERIFIED", google.endpoint().getString("status"));
        JsonPath seen = awaitVerification(google, v -> v.getString("lastError") != null);
        assertEquals("the answer does not repeat the challenge", seen.getString("lastError"));
        assertEquals("PENDING", seen.getString("status"));
        google.delete();
    }

    @Test
    void theChallengeIsRepeatedUntilTheReceiverKnowsItsSecret() {
        // Given
        sink.answeringChallenges(
                challenge -> sink.challenges().size() < 3 ? Reply.status(401) : WebhookSink.repeat(challenge));

        // When
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "order.*");

        // Then
        assertEquals(3, sink.challenges().size());
        assertEquals(
                1, sink.challenges().stream().map(Received::id).distinct().count(), "one challenge has one webhook-id");
        assertEquals(
                200,
                awaitVerification(google, v -> "PASSED".equals(v.getString("status")))
                        .getInt("lastHttpStatus"));
    }

    @Test
    void anUnverifiedEndpointIsToldNothing() {
        // Given
        sink.answeringChallenges(challenge -> Reply.status(404));
        RegisteredParty meta = RegisteredParty.registerUnverified("meta", "platform", sink.url("/meta"), "*");
        WebhookSink other = new WebhookSink();
        RegisteredParty verified = RegisteredParty.register("meta", "platform", other.url("/meta"), "*");

        // When
        String id = EventFixture.anOrder().toldTo("meta").send();

        // Then
        verified.awaitDelivery(id, "SUCCEEDED");
        assertEquals(List.of(), meta.deliveries(id));
        assertEquals(List.of(), sink.received());
        as("meta", "platform")
                .post("/v1/endpoints/" + meta.endpointId() + "/pause")
                .then()
                .statusCode(409);
        as("meta", "platform")
                .post("/v1/endpoints/" + meta.endpointId() + "/resumption")
                .then()
                .statusCode(409);
        verified.delete();
        other.close();
        meta.delete();
    }

    @Test
    void aChallengeIsAskedForAgain() {
        // Given
        sink.answeringChallenges(challenge -> Reply.status(404));
        RegisteredParty google =
                RegisteredParty.registerUnverified("google", "platform", sink.url("/google"), "order.*");
        awaitVerification(google, v -> v.getString("lastError") != null);
        sink.answeringChallenges(WebhookSink::repeat);

        // When
        as("google", "platform")
                .post("/v1/endpoints/" + google.endpointId() + "/verification")
                .then()
                .statusCode(202);

        // Then
        google.awaitStatus("ACTIVE");
        assertNotEquals(
                sink.challenges().getFirst().id(), sink.challenges().getLast().id());
    }

    @Test
    void aNewUrlIsTakenUpWhenItHasAnswered() {
        // Given
        sink.answeringChallenges(
                challenge -> challenge.path().equals("/old") ? WebhookSink.repeat(challenge) : Reply.status(404));
        RegisteredParty line = RegisteredParty.register("line", "platform", sink.url("/old"), "order.*");
        put(line, sink.url("/new"));
        assertEquals(sink.url("/old"), line.endpoint().getString("url"));
        assertEquals(sink.url("/new"), line.endpoint().getString("pendingUrl"));
        String before = EventFixture.anOrder().toldTo("line").send();
        assertEquals("/old", sink.await(before, 1).getFirst().path());

        // When
        sink.answeringChallenges(WebhookSink::repeat);

        // Then
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> line.endpoint().getString("url"), sink.url("/new")::equals);
        assertEquals(null, line.endpoint().getString("pendingUrl"));
        String after = EventFixture.anOrder().toldTo("line").send();
        assertEquals("/new", sink.await(after, 1).getFirst().path());
        line.delete();
    }

    @Test
    void aNewUrlThatIsTakenBackIsNotTakenUp() {
        // Given
        sink.answeringChallenges(
                challenge -> challenge.path().equals("/old") ? WebhookSink.repeat(challenge) : Reply.status(404));
        RegisteredParty line = RegisteredParty.register("line", "platform", sink.url("/old"), "order.*");
        put(line, sink.url("/new"));
        put(line, sink.url("/old"));

        // When
        sink.answeringChallenges(WebhookSink::repeat);

        // Then
        awaitVerification(line, v -> "FAILED".equals(v.getString("status")));
        assertEquals(sink.url("/old"), line.endpoint().getString("url"));
        line.delete();
    }

    @Test
    void anEndpointThatAnswered410ComesBackByAVerification() {
        // Given
        sink.answering(Reply.status(410), Reply.status(204));
        RegisteredParty tiktok = RegisteredParty.register("tiktok", "platform", sink.url("/tiktok"), "order.*");
        EventFixture.anOrder().toldTo("tiktok").send();
        tiktok.awaitStatus("DISABLED");

        // When
        as("tiktok", "platform")
                .post("/v1/endpoints/" + tiktok.endpointId() + "/verification")
                .then()
                .statusCode(202);

        // Then
        tiktok.awaitStatus("ACTIVE");
        tiktok.awaitDelivery(EventFixture.anOrder().toldTo("tiktok").send(), "SUCCEEDED");
        tiktok.delete();
    }

    @Test
    void anotherPartysVerificationIsNotThere() {
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "order.*");
        String path = "/v1/endpoints/" + google.endpointId() + "/verification";

        as("meta", "platform").get(path).then().statusCode(404);
        as("meta", "platform").post(path).then().statusCode(404);
        as("ombudsman", "auditor").get(path).then().statusCode(200);
    }

    private static void put(RegisteredParty endpoint, String url) {
        as(endpoint.party(), endpoint.role())
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("url", url, "eventTypes", List.of("order.*")))
                .put("/v1/endpoints/" + endpoint.endpointId())
                .then()
                .statusCode(200);
    }

    private static JsonPath awaitVerification(RegisteredParty endpoint, Predicate<JsonPath> fits) {
        return Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> verification(endpoint), fits);
    }

    private static JsonPath verification(RegisteredParty endpoint) {
        return as(endpoint.party(), endpoint.role())
                .get("/v1/endpoints/" + endpoint.endpointId() + "/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String text(Received challenge) {
        return JsonPath.from(challenge.text()).getString("data.challenge");
    }
}
