// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.notification.egress.FarSide;
import id.siaga.notification.egress.FarSide.Conversation;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Endpoints that hang, drip or never end delay nobody else, over real sockets; nor does a party with many of them. */
@QuarkusTest
@QuarkusTestResource(value = PatientStack.class, restrictToAnnotatedClass = true)
class HangingTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int HEALTHY = 50;
    private static final long GIGABYTE = 1L << 30;

    private final WebhookSink sink = new WebhookSink();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<RegisteredParty> registered = new ArrayList<>();

    @Inject
    AgroalDataSource database;

    @AfterEach
    void unregister() {
        over.countDown();
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void whateverAnEndpointDoesTheOthersAreToldMeanwhile() throws SQLException {
        try (FarSide silent = farSide((farSide, connection) -> {
                    farSide.hear(connection);
                    over.await();
                });
                FarSide dripping = farSide((farSide, connection) -> {
                    farSide.hear(connection);
                    FarSide.say(connection, "HTTP/1.1 200 OK\n");
                    while (!over.await(1, TimeUnit.SECONDS)) {
                        FarSide.say(connection, "x");
                    }
                });
                FarSide huge = farSide((farSide, connection) -> {
                    farSide.hear(connection);
                    FarSide.say(connection, "HTTP/1.1 200 OK\nContent-Length: " + GIGABYTE + "\n\n");
                    for (long sent = 0; sent < GIGABYTE; sent += 1024) {
                        FarSide.say(connection, "x".repeat(1024));
                    }
                });
                FarSide closing = farSide((farSide, connection) -> {})) {
            // Given
            RegisteredParty hangs = at(silent);
            RegisteredParty drips = at(dripping);
            RegisteredParty isHuge = at(huge);
            RegisteredParty closes = at(closing);
            RegisteredParty well = register("google", "/google");
            List<String> bad = statuses("meta", 20);
            Awaitility.await().atMost(PATIENCE).until(() -> silent.connections() > 0 && dripping.connections() > 0);

            // When
            List<String> good = statuses("google", HEALTHY);

            // Then
            awaitAll(good);
            for (RegisteredParty endpoint : List.of(hangs, drips)) {
                assertEquals(List.of(), endpoint.get("/attempts").getList("attempts"));
            }
            assertEquals("ACTIVE", well.endpoint().getString("status"));
            bad.forEach(id -> isHuge.awaitDelivery(id, "SUCCEEDED"));
            Map<String, Object> cut = isHuge.attempts(bad.getFirst()).getFirst();
            assertEquals("x".repeat(1024), cut.get("responseExcerpt"));
            closes.awaitAttempts(bad.getFirst(), 1);
            String why =
                    String.valueOf(closes.attempts(bad.getFirst()).getLast().get("error"));
            assertTrue(why.startsWith("the connection "), why);
            // And in the end the log says why
            for (RegisteredParty endpoint : List.of(hangs, drips)) {
                endpoint.awaitAttempts(bad.getFirst(), 1);
                assertEquals(
                        "no answer in time",
                        endpoint.attempts(bad.getFirst()).getLast().get("error"));
            }
        }
    }

    @Test
    void aPartyWithManyHangingEndpointsLeavesRoomForTheOthers() {
        // Given
        sink.answering(request -> request.path().startsWith("/hanging") ? Reply.HANG : Reply.status(204));
        List<RegisteredParty> hanging = IntStream.range(0, 20)
                .mapToObj(i -> register("meta", "/hanging" + i))
                .toList();
        register("google", "/google");
        statuses("meta", 12);
        Awaitility.await().atMost(PATIENCE).until(() -> sink.received().size() >= 60);

        // When
        List<String> good = statuses("google", HEALTHY);

        // Then
        awaitAll(good);
        hanging.forEach(
                endpoint -> assertEquals(List.of(), endpoint.get("/attempts").getList("attempts")));
        long held = sink.received().stream()
                .filter(one -> one.path().startsWith("/hanging"))
                .count();
        assertTrue(held < 20 * 12, held + " hang at once");
    }

    private void awaitAll(List<String> events) {
        Awaitility.await().atMost(PATIENCE).until(() -> events.stream()
                .noneMatch(id -> sink.received(id).isEmpty()));
    }

    private static List<String> statuses(String party, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> EventFixture.aReportStatus().toldTo(party).send())
                .toList();
    }

    private static FarSide farSide(Conversation conversation) {
        return FarSide.on("127.0.0.1", 0, conversation);
    }

    /** An endpoint whose receiver has become another one since it answered the challenge. */
    private RegisteredParty at(FarSide receiver) throws SQLException {
        RegisteredParty endpoint = register("meta", "/verified");
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE endpoint SET url = ? WHERE id = ?::uuid")) {
            update.setString(1, "http://127.0.0.1:" + receiver.port() + "/hook");
            update.setString(2, endpoint.endpointId());
            assertEquals(1, update.executeUpdate());
        }
        return endpoint;
    }

    private RegisteredParty register(String party, String path) {
        RegisteredParty endpoint = RegisteredParty.register(party, "platform", sink.url(path), "*");
        registered.add(endpoint);
        return endpoint;
    }
}
