// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    /** A replica that says its name to who asks. */
    private static final class StandIn implements AutoCloseable {

        private final HttpServer server;
        private volatile int readiness = 200;

        StandIn(String name) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                byte[] answer = name.getBytes(UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.createContext("/ready", exchange -> {
                exchange.sendResponseHeaders(readiness, -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private Door door;
    private StandIn first;
    private StandIn second;

    @BeforeEach
    void open() throws IOException {
        door = new Door();
        first = new StandIn("first");
        second = new StandIn("second");
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        first.close();
        second.close();
    }

    @Test
    void newConnectionsGoToThoseThatAreReadyInTurn() throws Exception {
        // Given
        add(first);
        assertEquals(Set.of("first"), twoAnswers());

        // When
        add(second);

        // Then
        assertEquals(Set.of("first", "second"), twoAnswers());
        first.readiness = 503;
        await().atMost(SOON).until(() -> !door.opensTo(first.url()));
        assertEquals(Set.of("second"), twoAnswers());
        assertEquals(0, door.turnedAway());
    }

    @Test
    void aConnectionStaysWhereItIs() throws Exception {
        // Given
        add(first);
        try (HttpClient caller = HttpClient.newHttpClient()) {
            assertEquals("first", ask(caller));

            // When
            add(second);
            first.readiness = 503;
            await().atMost(SOON).until(() -> !door.opensTo(first.url()));

            // Then
            assertEquals("first", ask(caller));
        }
    }

    @Test
    void whoComesWhileNobodyIsReadyIsTurnedAwayAndCounted() {
        assertThrows(IOException.class, this::twoAnswers);

        assertTrue(door.turnedAway() > 0);
    }

    private void add(StandIn replica) {
        door.add(replica.url(), replica.url() + "/ready");
        await().atMost(SOON).until(() -> door.opensTo(replica.url()));
    }

    /** Of two callers, each with a connection of its own. */
    private Set<String> twoAnswers() throws IOException, InterruptedException {
        Set<String> answers = new TreeSet<>();
        for (int caller = 0; caller < 2; caller++) {
            try (HttpClient http = HttpClient.newHttpClient()) {
                answers.add(ask(http));
            }
        }
        return answers;
    }

    private String ask(HttpClient http) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(door.url()).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
