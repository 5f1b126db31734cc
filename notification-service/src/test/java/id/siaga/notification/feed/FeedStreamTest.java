// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What a party is told that watches, and that nothing passes it by. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class FeedStreamTest {

    @ConfigProperty(name = "siaga.feed.connections-per-party")
    int most;

    @Test
    void whoWatchesIsToldWhatItMayPull() throws Exception {
        // Given
        Puller meta = Puller.atTheEnd("meta", "platform");
        try (Watcher watcher = Watcher.of(meta, "")) {
            // When
            EventFixture.anOrder().toldTo("google").send();
            String own = EventFixture.anOrder().toldTo("meta").send();

            // Then
            assertEquals(List.of(own), watcher.ids(1));
            String page = meta.get("after=" + meta.place()).extract().asString();
            assertTrue(page.contains(watcher.events().getFirst().data()), page);
        }
    }

    @Test
    void whoComesBackIsToldWhatItMissedAndNothingTwice() throws Exception {
        // Given
        Puller tiktok = Puller.atTheEnd("tiktok", "platform", "partner");
        String first = EventFixture.anOrder().toldTo("tiktok").send();
        String last;
        try (Watcher watcher = Watcher.of(tiktok, "")) {
            assertEquals(List.of(first), watcher.ids(1));
            last = watcher.events().getLast().id();
        }
        String missed = EventFixture.anOpenedCase().toldTo("*").send();

        // When
        try (Watcher again = Watcher.of(tiktok.at(last), "")) {
            assertEquals(List.of(missed), again.ids(1));
            String later = EventFixture.anOrder().toldTo("tiktok").send();

            // Then
            assertEquals(List.of(missed, later), again.ids(2));
        }
    }

    @Test
    void anIdOfTheStreamIsACursor() throws Exception {
        // Given
        Puller line = Puller.atTheEnd("line", "platform");
        try (Watcher watcher = Watcher.of(line, "?types=order.*")) {
            EventFixture.aReportStatus().toldTo("line").send();
            EventFixture.anOrder().toldTo("line").send();
            watcher.ids(1);

            // When
            String id = watcher.events().getFirst().id();
            line.commit(id).statusCode(200);

            // Then
            assertEquals(
                    List.of(),
                    line.get("after=" + id + "&types=order.*")
                            .extract()
                            .jsonPath()
                            .getList("events"));
        }
    }

    @Test
    void theStreamEndsWithTheToken() throws Exception {
        // Given
        String token = Tokens.endingIn(Duration.ofSeconds(5), "google", "platform");

        // When
        try (Watcher watcher = new Watcher(Watcher.open(token, "", "").body())) {
            // Then
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(watcher::ended);
            assertFalse(watcher.events().isEmpty());
        }
    }

    @Test
    void onePartyDoesNotTakeEverybodysPlaces() throws Exception {
        // Given
        String token = Tokens.forClient("telegram", "platform");
        List<HttpResponse<InputStream>> open = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            open.add(Watcher.open(token, "", ""));
        }

        // When
        HttpResponse<InputStream> refused = Watcher.open(token, "", "");
        HttpResponse<InputStream> other = Watcher.open(Tokens.forClient("meta", "platform"), "", "");

        // Then
        assertEquals(List.of(503, 200), List.of(refused.statusCode(), other.statusCode()));
        assertEquals("5", refused.headers().firstValue("Retry-After").orElse(""));
        assertTrue(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8).contains("streams-full"));
        other.body().close();
        for (HttpResponse<InputStream> one : open) {
            one.body().close();
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            HttpResponse<InputStream> next = Watcher.open(token, "", "");
            next.body().close();
            return next.statusCode() == 200;
        });
    }

    @Test
    void whatIsNoIdOfTheStreamIsRefused() throws Exception {
        HttpResponse<InputStream> answer = Watcher.open(Tokens.forClient("google", "platform"), "x", "");
        assertEquals(400, answer.statusCode());
        assertEquals("header:Last-Event-ID", JsonPath.from(answer.body()).getString("errors[0].pointer"));
    }
}
