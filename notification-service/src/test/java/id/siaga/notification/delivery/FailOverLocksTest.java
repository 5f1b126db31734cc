// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink.Reply;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order goes to the fallback while fan-out queues more about the same subject for both, the fallback first. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class FailOverLocksTest {

    private static final String QUEUE = """
            INSERT INTO lane (endpoint_id, subject, priority, due_at) VALUES (?::uuid, ?, 0, now())
            ON CONFLICT (endpoint_id, subject) DO UPDATE SET priority = excluded.priority""";

    @Inject
    AgroalDataSource database;

    private final GoogleEndpoints google = new GoogleEndpoints();
    private final EventFixture order = EventFixture.anOrder();
    private RegisteredParty fallback;
    private RegisteredParty first;

    @BeforeEach
    void register() {
        fallback = google.register("/fallback");
        first = google.register("/first", fallback);
    }

    @AfterEach
    void unregister() {
        google.close();
    }

    @Test
    void anOutcomeIsRecordedAndNotMadeAgain() throws SQLException {
        // Given an endpoint whose orders go to the fallback after one try
        execute("""
                INSERT INTO endpoint_trouble (endpoint_id, failures, failing_since, opened_at, probe_at)
                VALUES (?::uuid, 10, now(), now(), now())""", first.endpointId());
        CountDownLatch answer = new CountDownLatch(1);
        google.sink().answering(request -> request.path().equals("/first") ? refusal(answer) : Reply.status(204));
        google.sink().await(order.send(), 1);

        // When
        whileFanOutQueues(answer::countDown);

        // Then
        fallback.awaitDelivery(order.id(), "SUCCEEDED");
        first.awaitDelivery(order.id(), "CANCELLED");
        assertEquals(1, google.at("/first", order).size());
        assertEquals(1, first.attempts(order.id()).size());
    }

    @Test
    void anOperatorCallsADeliveryOff() throws SQLException {
        // Given
        google.sink()
                .answering(request -> request.path().equals("/first")
                        ? Reply.status(503).with("Retry-After", "60")
                        : Reply.status(204));
        Object delivery = first.awaitAttempts(order.send(), 1).get("id");
        String cancellation = "/v1/endpoints/" + first.endpointId() + "/deliveries/" + delivery + "/cancellation";
        CompletableFuture<Integer> answer = new CompletableFuture<>();

        // When
        whileFanOutQueues(() -> Thread.startVirtualThread(() -> answer.complete(
                RegisteredParty.as("siaga-ops", "operator").post(cancellation).statusCode())));

        // Then
        assertEquals(200, answer.join());
        fallback.awaitDelivery(order.id(), "SUCCEEDED");
    }

    /** Does something that has to wait for fan-out, which has queued for the fallback and goes on with the endpoint. */
    private void whileFanOutQueues(Runnable meanwhile) throws SQLException {
        try (Connection fanOut = database.getConnection()) {
            fanOut.setAutoCommit(false);
            execute(
                    fanOut,
                    "SELECT 1 FROM endpoint WHERE id IN (?::uuid, ?::uuid) ORDER BY id FOR SHARE",
                    fallback.endpointId(),
                    first.endpointId());
            execute(fanOut, QUEUE, fallback.endpointId(), order.subject());
            int session = session(fanOut);
            meanwhile.run();
            // Longer than outcomes that are recorded together wait.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .during(Duration.ofMillis(400))
                    .until(() -> isWaitedFor(session));
            execute(fanOut, QUEUE, first.endpointId(), order.subject());
            fanOut.rollback();
        }
    }

    private boolean isWaitedFor(int session) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT count(*) FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid))")) {
            select.setInt(1, session);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1) > 0;
            }
        }
    }

    private static int session(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT pg_backend_pid()");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String sql, String... values) throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, sql, values);
        }
    }

    private static void execute(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private static Reply refusal(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.status(503).with("Retry-After", "60");
    }
}
