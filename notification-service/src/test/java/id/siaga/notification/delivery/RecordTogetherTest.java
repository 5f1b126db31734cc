// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Reply;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outcomes that come at the same time, and share transactions. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class RecordTogetherTest {

    private static final int MANY = 40;

    private final WebhookSink sink = new WebhookSink();
    private final ToldDeliveries told = new ToldDeliveries();
    private final List<EventFixture> orders = new ArrayList<>();

    @Inject
    AgroalDataSource database;

    @Inject
    RecordTogether together;

    private RegisteredParty google;
    private List<ClaimedDelivery> claimed = List.of();

    /** Deliveries of which one attempt has failed, and another one is being made. */
    @BeforeEach
    void claim() throws SQLException {
        sink.answering(Reply.status(503).with("Retry-After", "60"));
        google = RegisteredParty.register("google", "platform", sink.url("/google"), "order.issued");
        for (int i = 0; i < MANY; i++) {
            orders.add(EventFixture.anOrder());
        }
        orders.forEach(EventFixture::send);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> count("count(*) FROM attempt WHERE endpoint_id = ?::uuid") == MANY);
        claimed = lease();
        assertEquals(MANY, claimed.size());
    }

    @AfterEach
    void close() {
        google.delete();
        sink.close();
    }

    /** It would find no bean otherwise that nobody has asked for before. */
    @Test
    void theirThreadFindsTheClassesOfTheApplication() {
        Thread thread = RecordTogether.thread(() -> {});

        assertSame(Thread.currentThread().getContextClassLoader(), thread.getContextClassLoader());
    }

    @Test
    void eachIsLoggedAndFinishedAndToldAndTheyShareTransactions() throws Exception {
        // When
        record(claimed);
        // Then
        assertEquals(MANY, succeeded());
        assertEquals(
                MANY,
                count("count(DISTINCT delivery_id) FROM attempt"
                        + " WHERE endpoint_id = ?::uuid AND number = 2 AND http_status = 200"));
        long transactions = count("count(DISTINCT xmin::text) FROM attempt WHERE endpoint_id = ?::uuid AND number = 2");
        assertTrue(transactions < MANY, () -> transactions + " transactions for as many outcomes");
        assertEquals(0, count("count(*) FROM lane WHERE endpoint_id = ?::uuid"));
        for (EventFixture order : orders) {
            assertEquals(1, told.await(order, "succeeded", 1).size());
        }
    }

    @Test
    void whoWaitsForARivalKeepsNobodyElseWaiting() throws Exception {
        // Given somebody who works on the lane of one of them
        ClaimedDelivery held = claimed.getFirst();
        try (ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();
                Connection rival = database.getConnection()) {
            rival.setAutoCommit(false);
            lock(rival, held);
            // When
            Future<Boolean> waiting = attempts.submit(recording(held, "ok"));
            record(claimed.subList(1, MANY));
            // Then
            assertEquals(MANY - 1, succeeded());
            assertTrue(!waiting.isDone());
            rival.rollback();
            waiting.get();
            assertEquals(MANY, succeeded());
        }
    }

    @Test
    void whatCannotBeRecordedFailsNobodyElse() throws Exception {
        // Given an answer that no database holds
        List<Callable<Boolean>> recordings = new ArrayList<>();
        recordings.add(recording(claimed.getFirst(), "\0"));
        claimed.subList(1, MANY).forEach(delivery -> recordings.add(recording(delivery, "ok")));
        // When
        try (ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor()) {
            attempts.invokeAll(recordings);
        }
        // Then
        assertEquals(MANY - 1, succeeded());
        assertEquals(1, count("count(*) FROM lane WHERE endpoint_id = ?::uuid AND lease IS NOT NULL"));
    }

    private void record(List<ClaimedDelivery> deliveries) throws Exception {
        try (ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> recorded : attempts.invokeAll(deliveries.stream()
                    .map(delivery -> recording(delivery, "ok"))
                    .toList())) {
                recorded.get();
            }
        }
    }

    private Callable<Boolean> recording(ClaimedDelivery delivery, String answer) {
        Instant now = Clock.systemUTC().instant();
        return () -> {
            together.record(delivery, new DeliveryOutcome.Received(now, Duration.ofMillis(7), 200, answer, now));
            return true;
        };
    }

    private long succeeded() throws SQLException {
        return count("count(*) FROM delivery WHERE endpoint_id = ?::uuid AND status = 'SUCCEEDED' AND attempts = 2");
    }

    private long count(String what) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement("SELECT " + what)) {
            count.setString(1, google.endpointId());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<ClaimedDelivery> lease() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        UPDATE lane l SET lease = gen_random_uuid(), due_at = now() + interval '1 minute' FROM delivery d
                        WHERE l.endpoint_id = ?::uuid AND d.endpoint_id = l.endpoint_id AND d.subject = l.subject
                        RETURNING d.id, d.event_id, d.subject, l.lease""")) {
            update.setString(1, google.endpointId());
            List<ClaimedDelivery> leased = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    leased.add(new ClaimedDelivery(
                            row.getObject("id", UUID.class),
                            UUID.fromString(google.endpointId()),
                            "google",
                            row.getObject("event_id", UUID.class),
                            "id.siaga.order.issued.v1",
                            row.getString("subject"),
                            row.getString("subject"),
                            row.getString("subject"),
                            Priority.ORDER,
                            row.getObject("lease", UUID.class),
                            1,
                            0,
                            false,
                            null,
                            Clock.systemUTC().instant(),
                            Standing.ALONE,
                            false,
                            new byte[0]));
                }
            }
            return leased;
        }
    }

    private static void lock(Connection connection, ClaimedDelivery delivery) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT FROM lane WHERE endpoint_id = ? AND subject = ? FOR UPDATE")) {
            lock.setObject(1, delivery.endpointId());
            lock.setString(2, delivery.subject());
            lock.execute();
        }
    }
}
