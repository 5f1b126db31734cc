// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.notification.database.StatementFailed;
import id.siaga.notification.delivery.ToldDeliveries;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events go by partitions, with what the feed has of them, and never with what tells an event only once. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class EventRetentionTest {

    /** Months for which there is a partition already, beside the one that it is. */
    private static final int AHEAD = 3;

    private final LetGo letGo;
    private final Partitions partitions;
    private final Tables tables;
    private final WebhookSink sink = new WebhookSink();

    EventRetentionTest(LetGo letGo, Partitions partitions, Tables tables) {
        this.letGo = letGo;
        this.partitions = partitions;
        this.tables = tables;
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void anEventLiesInItsMonthAndThereAreMonthsAhead() {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "order.issued");
        EventFixture order = EventFixture.anOrder();
        // When
        google.awaitDelivery(order.send(), "SUCCEEDED");
        // Then
        assertTrue(tables.partitions("event").containsAll(lie("event", "id", order.id())), order.id());
        assertTrue(tables.partitions("feed_entry").containsAll(lie("feed_entry", "event_id", order.id())), order.id());
        assertTrue(tables.partitions("event").size() >= 1 + AHEAD);
        assertEquals(
                tables.partitions("event"),
                tables.partitions("feed_entry").stream()
                        .map(name -> name.replace("feed_entry", "event"))
                        .toList());
        google.delete();
    }

    @Test
    void whatIsOldEnoughGoesWithItsPartitionsAndIsNeverToldAgain() throws SQLException {
        // Given
        tables.makeMonth("20200201");
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "order.*");
        EventFixture old = EventFixture.anOrder().from(Instant.parse("2020-01-05T00:00:00Z"));
        google.awaitDelivery(old.send(), "SUCCEEDED");
        tables.takenThen(old.id());
        List<String> others = new ArrayList<>(tables.partitions("event"));
        assertTrue(others.remove("event_20200201"));
        // When
        Looks.at(letGo::lookAtEvents);
        // Then
        assertEquals(others, tables.partitions("event"));
        assertFalse(tables.partitions("feed_entry").contains("feed_entry_20200201"));
        assertFalse(tables.has(old.id()));
        assertEquals("SUCCEEDED", google.deliveries(old.id()).getFirst().get("status"));
        assertEquals(1, google.attempts(old.id()).size());

        // What Kafka repeats is known by the inbox,
        old.send();
        google.awaitDelivery(
                EventFixture.anOrder().about(old.subject()).numbered(2).send(), "SUCCEEDED");
        assertFalse(tables.has(old.id()));
        // and were it not, by the delivery.
        assertEquals(1, tables.asOwner("DELETE FROM inbox WHERE event_id = '" + old.id() + "'"));
        old.send();
        google.awaitDelivery(
                EventFixture.anOrder().about(old.subject()).numbered(3).send(), "SUCCEEDED");
        assertTrue(tables.has(old.id()));
        assertEquals(1, sink.received(old.id()).size(), "told again");
        google.delete();
    }

    @Test
    void whatNoPartitionIsForIsKeptAndGoesToo() throws SQLException {
        // Given
        Reader reader = new Reader("kept-1");
        String old = EventFixture.aReportStatus()
                .toldTo(reader.party())
                .from(Instant.parse("2019-01-05T00:00:00Z"))
                .send();
        reader.await(1);
        assertEquals(List.of("event_default"), lie("event", "id", old));
        Looks.at(letGo::lookAtEvents);
        assertTrue(tables.has(old), "it was taken just now");
        // When
        tables.takenThen(old);
        Looks.at(letGo::lookAtEvents);
        // Then
        assertFalse(tables.has(old));
        assertEquals(List.of(), lie("feed_entry", "event_id", old));
        assertEquals(List.of("1"), tables.texts("SELECT gone FROM feed WHERE channel = '" + reader.party() + "'"));
    }

    @Test
    void aMonthStaysWhileAnythingOfItWasTakenSince() throws SQLException {
        // Given
        tables.makeMonth("20200301");
        Reader reader = new Reader("kept-2");
        EventFixture then =
                EventFixture.aReportStatus().toldTo(reader.party()).from(Instant.parse("2020-02-05T00:00:00Z"));
        EventFixture late =
                EventFixture.aReportStatus().toldTo(reader.party()).from(Instant.parse("2020-02-06T00:00:00Z"));
        then.send();
        reader.await(1);
        late.send();
        reader.await(2);
        tables.takenThen(then.id());
        // When
        Looks.at(letGo::lookAtEvents);
        // Then
        assertTrue(tables.has(then.id()));
        assertTrue(tables.has(late.id()));
        tables.takenThen(late.id());
        Looks.at(letGo::lookAtEvents);
        assertFalse(tables.has(late.id()));
    }

    @Test
    void nothingThatIsYoungerThanTwoMonthsGoesWhateverTheApplicationAsks() {
        // Given
        Looks.at(letGo::lookAtEvents);
        List<String> before = tables.partitions("event");
        // When
        partitions.drop(Partitions.Of.EVENTS, Clock.systemUTC().instant().plus(Duration.ofDays(3650)));
        // Then
        assertEquals(before, tables.partitions("event"));
    }

    @Test
    void theApplicationCannotRewriteEventsNorTheirPartitions() {
        // Given
        List<String> all = new ArrayList<>(List.of("event", "feed_entry", "event_default", "feed_entry_default"));
        all.addAll(tables.partitions("event"));
        all.addAll(tables.partitions("feed_entry"));
        // When, Then
        for (String table : all) {
            assertThrows(SQLException.class, () -> tables.update("DELETE FROM " + table), table);
            assertThrows(SQLException.class, () -> tables.update("UPDATE " + table + " SET type = ''"), table);
            assertThrows(SQLException.class, () -> tables.update("DROP TABLE " + table), table);
        }
        assertThrows(SQLException.class, () -> tables.update("INSERT INTO events_kept (since) VALUES (now())"));
    }

    @Test
    void whoReadsAnEventKeepsItSoLong() throws SQLException {
        // Given
        tables.makeMonth("20200401");
        try (Connection reader = tables.connection();
                Statement select = reader.createStatement()) {
            reader.setAutoCommit(false);
            select.executeQuery("SELECT count(*) FROM event").close();
            // When
            assertThrows(
                    StatementFailed.class,
                    () -> partitions.drop(
                            Partitions.Of.EVENTS, Clock.systemUTC().instant()));
            reader.rollback();
        }
        // Then
        assertTrue(tables.partitions("event").contains("event_20200401"));
        Looks.at(letGo::lookAtEvents);
        assertFalse(tables.partitions("event").contains("event_20200401"));
    }

    @Test
    void whatWaitsOfAnEventThatGoesEndsAndWhatIsBehindItGoesOn() throws SQLException {
        // Given
        tables.makeMonth("20200501");
        EventFixture old = EventFixture.anOrder().from(Instant.parse("2020-04-05T00:00:00Z"));
        sink.answering(request ->
                request.id().equals(old.id()) ? Reply.status(503).with("Retry-After", "86400") : Reply.status(204));
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "order.*");
        google.awaitDelivery(
                old.servedWithin(Duration.ofDays(-1)).send(),
                delivery -> delivery.get("nextAttemptAt") != null
                        && Integer.valueOf(1).equals(delivery.get("attempts")));
        String behind = EventFixture.anOrder().about(old.subject()).numbered(2).send();
        google.awaitDelivery(behind, "PENDING");
        tables.takenThen(old.id());
        // When
        Looks.at(letGo::lookAtEvents);
        // Then
        assertFalse(tables.has(old.id()));
        Map<String, Object> ended = google.deliveries(old.id()).getFirst();
        assertEquals("CANCELLED", ended.get("status"));
        assertEquals("the event is no longer kept", ended.get("lastError"));
        google.awaitDelivery(behind, "SUCCEEDED");
        assertEquals(1, new ToldDeliveries().await(old, "abandoned", 1).size());
        google.delete();
    }

    @Test
    void whatIsBeingTriedKeepsItsEventUntilItHasEnded() throws SQLException {
        // Given
        tables.makeMonth("20200601");
        EventFixture old = EventFixture.anOrder().from(Instant.parse("2020-05-05T00:00:00Z"));
        CountDownLatch answer = new CountDownLatch(1);
        sink.answering(request -> after(answer, Reply.status(204)));
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "order.*");
        sink.await(old.send(), 1);
        tables.takenThen(old.id());
        // When
        Looks.at(letGo::lookAtEvents);
        // Then
        assertTrue(tables.has(old.id()));
        answer.countDown();
        google.awaitDelivery(old.id(), "SUCCEEDED");
        Looks.at(letGo::lookAtEvents);
        assertFalse(tables.has(old.id()));
        google.delete();
    }

    private List<String> lie(String table, String column, String event) {
        return tables.texts(
                "SELECT DISTINCT tableoid::regclass::text FROM " + table + " WHERE " + column + " = '" + event + "'");
    }

    private static Reply after(CountDownLatch latch, Reply reply) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }
}
