// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a party is told whom an operator suspends, admits again, or lets go. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class StandingTest {

    private final GoogleEndpoints google = new GoogleEndpoints();

    @AfterEach
    void unregister() {
        set("google", "ADMITTED");
        google.close();
    }

    /** With all roles that it has in tests, of which others come later. */
    private static void set(String party, String standing) {
        RegisteredParty.as("siaga-ops", "operator")
                .contentType("application/json")
                .body("""
                        {"standing": "%s", "roles": ["platform", "partner", "reporter", "authority"],
                         "reason": "Keys were lost."}""".formatted(standing))
                .put("/v1/parties/{party}/standing", party)
                .then()
                .statusCode(200);
    }

    /** As an operator sees it, who is not kept out. */
    private static String status(RegisteredParty one) {
        return RegisteredParty.as("siaga-ops", "operator")
                .get("/v1/endpoints/" + one.endpointId())
                .path("status");
    }

    @Test
    void whoIsSuspendedIsToldNothingAndItsOrdersFindAnotherWayAtOnce() {
        // Given
        RegisteredParty fallback = google.register("/fallback");
        RegisteredParty first = google.register("/first", fallback);
        RegisteredParty ownersOwn = google.register("/third");
        google.end(ownersOwn, "pause");
        google.sink().answering(Reply.status(503).with("Retry-After", "60"));
        EventFixture waiting = EventFixture.anOrder();
        waiting.send();
        first.awaitAttempts(waiting.id(), 1);
        int calls = google.sink().received().size();

        // When
        set("google", "SUSPENDED");
        google.sink().answering(Reply.status(204));
        EventFixture later = EventFixture.anOrder().toldTo("google,meta");
        later.send();
        await().atMost(Duration.ofMinutes(1)).until(() -> isInFeed("meta", later));

        // Then
        google.told().await(waiting, "abandoned", 1).forEach(event -> {
            assertEquals("its party is suspended", GoogleEndpoints.data(event).getString("error"));
        });
        assertEquals("PAUSED", status(first));
        assertEquals("PAUSED", status(fallback));
        assertEquals(
                401, RegisteredParty.as("google", "platform").get("/v1/events").statusCode());
        assertEquals(
                409,
                RegisteredParty.as("siaga-ops", "operator")
                        .post("/v1/endpoints/" + first.endpointId() + "/resumption")
                        .statusCode());

        // and what comes when it is admitted again is told, where its owner has paused nothing
        set("google", "ADMITTED");
        EventFixture now = EventFixture.anOrder();
        now.send();
        first.awaitDelivery(now.id(), "SUCCEEDED");
        assertEquals("PAUSED", status(ownersOwn));
        assertEquals(List.of(), first.deliveries(later.id()));
        assertEquals(List.of(), google.at("/first", later));
        assertEquals(List.of(), google.at("/fallback", later));
        assertTrue(google.sink().received().size() > calls);
        // Nothing is lost of what it was not told: it is in its feed.
        assertTrue(isInFeed("google", later));
    }

    private static boolean isInFeed(String party, EventFixture event) {
        String place = "";
        while (true) {
            Response page = RegisteredParty.as(party, "platform").get("/v1/events?types=order.*&limit=500" + place);
            page.then().statusCode(200);
            if (page.asString().contains(event.id())) {
                return true;
            }
            if (page.jsonPath().getList("events").isEmpty()) {
                return false;
            }
            place = "&after=" + page.path("next");
        }
    }

    @Test
    void anEndpointThatShowsMeanwhileThatItIsItsOwnersIsToldNothing() {
        // Given
        google.sink().answeringChallenges(challenge -> Reply.status(503));
        RegisteredParty unverified = RegisteredParty.registerUnverified(
                "google", "platform", google.sink().url("/late"), "*");
        set("google", "SUSPENDED");

        // When
        google.sink().answeringChallenges(WebhookSink::repeat);

        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> RegisteredParty.as("siaga-ops", "operator")
                .get("/v1/endpoints/" + unverified.endpointId() + "/verification")
                .path("status")
                .equals("FAILED"));
        assertEquals("UNVERIFIED", status(unverified));
    }

    @Test
    void aStreamEndsWithTheAdmissionOfItsReader() throws Exception {
        // Given
        URI address = URI.create("http://localhost:" + RestAssured.port + "/v1/events/stream");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + Tokens.forClient("google", "platform"))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertEquals(200, stream.statusCode());
            CompletableFuture<byte[]> whole = CompletableFuture.supplyAsync(() -> {
                try (var body = stream.body()) {
                    return body.readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            // When
            set("google", "SUSPENDED");
            // Then
            assertTrue(whole.get(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS).length > 0);
        }
    }

    @Test
    void whoLeavesHasNoEndpointAnyMore() {
        // Given
        set("partner-that-leaves", "ADMITTED");
        RegisteredParty leaver = RegisteredParty.register(
                "partner-that-leaves", "partner", google.sink().url("/leaver"), "*");
        // When
        set("partner-that-leaves", "LEFT");
        // Then
        RegisteredParty.as("siaga-ops", "operator")
                .get("/v1/endpoints/" + leaver.endpointId())
                .then()
                .statusCode(404);
        assertEquals(
                401,
                RegisteredParty.as("partner-that-leaves", "partner")
                        .get("/v1/endpoints")
                        .statusCode());
    }
}
