// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.notification.delivery.ClaimDeliveries;
import id.siaga.notification.delivery.ClaimedDelivery;
import id.siaga.notification.delivery.DeliveryOutcome;
import id.siaga.notification.delivery.Priority;
import id.siaga.notification.delivery.RecordOutcome;
import id.siaga.notification.delivery.Room;
import id.siaga.notification.delivery.Standing;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What other replicas see of a dispatcher, alive or dead: its leases. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class LeaseTest {

    private final WebhookSink sink = new WebhookSink();

    @Inject
    AgroalDataSource database;

    @Inject
    ClaimDeliveries claims;

    @Inject
    RecordOutcome outcomes;

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void theLaneOfADeadDispatcherIsTakenOverWhenItsLeaseEnds() throws SQLException {
        // Given
        sink.answering(Reply.status(503).with("Retry-After", "60"), Reply.status(204));
        RegisteredParty google = register();
        EventFixture order = EventFixture.anOrder();
        order.send();
        google.awaitAttempts(order.id(), 1);
        Instant leaseEnd = Clock.systemUTC().instant().plusSeconds(2);

        // When
        lease(google, order, leaseEnd);

        // Then
        google.awaitDelivery(order.id(), "SUCCEEDED");
        List<Received> webhooks = sink.received(order.id());
        assertEquals(2, webhooks.size());
        assertTrue(!webhooks.get(1).at().isBefore(leaseEnd));
        google.delete();
    }

    @Test
    void whatIsLeasedIsNotClaimedAgain() throws SQLException {
        // Given
        sink.answering(Reply.status(503).with("Retry-After", "60"));
        RegisteredParty google = register();
        EventFixture order = EventFixture.anOrder();
        order.send();
        google.awaitAttempts(order.id(), 1);
        lease(google, order, Clock.systemUTC().instant().plusSeconds(60));

        // When
        List<ClaimedDelivery> claimed =
                claims.claim(Priority.ORDER, new Room(100, 100, Map.of()), Duration.ofSeconds(1));

        // Then
        assertTrue(claimed.stream().noneMatch(one -> one.eventId().toString().equals(order.id())));
        google.delete();
    }

    @Test
    void theOutcomeOfAnAttemptWhoseLeaseWasLostIsNotRecorded() {
        // Given
        sink.answering(Reply.status(503).with("Retry-After", "60"));
        RegisteredParty google = register();
        EventFixture order = EventFixture.anOrder();
        order.send();
        Map<String, Object> delivery = google.awaitAttempts(order.id(), 1);
        ClaimedDelivery lost = new ClaimedDelivery(
                UUID.fromString(String.valueOf(delivery.get("id"))),
                UUID.fromString(google.endpointId()),
                "google",
                UUID.fromString(order.id()),
                "id.siaga.order.issued.v1",
                order.subject(),
                order.subject(),
                "",
                Priority.ORDER,
                UUID.randomUUID(),
                1,
                0,
                false,
                null,
                Clock.systemUTC().instant(),
                Standing.ALONE,
                false,
                new byte[0]);
        Instant now = Clock.systemUTC().instant();

        // When
        outcomes.record(lost, new DeliveryOutcome.Received(now, Duration.ZERO, 200, "", now));

        // Then
        assertEquals("PENDING", google.deliveries(order.id()).getFirst().get("status"));
        assertEquals(1, google.attempts(order.id()).size());
        google.delete();
    }

    private RegisteredParty register() {
        return RegisteredParty.register("google", "platform", sink.url("/google"), "*");
    }

    /** As a dispatcher leaves it that has claimed the lane and is heard of no more. */
    private void lease(RegisteredParty endpoint, EventFixture order, Instant end) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE lane SET lease = gen_random_uuid(), due_at = ?::timestamptz"
                                + " WHERE endpoint_id = ?::uuid AND subject = ?")) {
            update.setString(1, end.toString());
            update.setString(2, endpoint.endpointId());
            update.setString(3, order.subject());
            assertEquals(1, update.executeUpdate());
        }
    }
}
