// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.messaging.Uuid7;
import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log of attempts goes by partitions, and nothing goes with it. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class RetentionTest {

    /** Weeks for which there is a partition already, beside the one that it is. */
    private static final int AHEAD = 8;

    private static final String LONG_GONE = "attempt_20200106";

    private final LetGo letGo;
    private final Partitions partitions;
    private final Tables tables;
    private final WebhookSink sink = new WebhookSink();

    RetentionTest(LetGo letGo, Partitions partitions, Tables tables) {
        this.letGo = letGo;
        this.partitions = partitions;
        this.tables = tables;
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void anAttemptLiesInItsWeekAndThereAreWeeksAhead() {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "order.issued");
        EventFixture order = EventFixture.anOrder();
        // When
        google.awaitDelivery(order.send(), "SUCCEEDED");
        // Then
        List<String> lie = tables.texts("SELECT DISTINCT tableoid::regclass::text FROM attempt");
        assertFalse(lie.contains("attempt_default"), lie::toString);
        assertTrue(attempts().size() >= 1 + AHEAD, () -> attempts().toString());
        google.delete();
    }

    @Test
    void whatIsOldEnoughGoesWithItsPartitionAndNothingThatIsStillNeeded() throws SQLException {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "order.issued");
        EventFixture order = EventFixture.anOrder();
        String delivery = id(google.awaitDelivery(order.send(), "SUCCEEDED"));
        tables.asOwner("CREATE TABLE " + LONG_GONE + " PARTITION OF attempt FOR VALUES"
                + " FROM (uuid7_floor('2019-12-30 00:00Z')) TO (uuid7_floor('2020-01-06 00:00Z'))");
        insert("2020-01-01T00:00:00Z", delivery);
        List<String> before = attempts();
        assertTrue(before.contains(LONG_GONE));
        // When
        Looks.at(letGo::lookAtAttempts);
        // Then
        List<String> after = new ArrayList<>(before);
        after.remove(LONG_GONE);
        assertEquals(after, attempts());
        assertEquals(1, google.attempts(order.id()).size());
        order.send();
        google.awaitDelivery(EventFixture.anOrder().send(), "SUCCEEDED");
        assertEquals(1, sink.received(order.id()).size(), "told again");
        google.delete();
    }

    @Test
    void whatNoPartitionIsForIsKeptAndGoesToo() throws SQLException {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "order.issued");
        String delivery = id(google.awaitDelivery(EventFixture.anOrder().send(), "SUCCEEDED"));
        // When
        UUID id = insert("2019-01-01T00:00:00Z", delivery);
        // Then
        assertEquals(
                List.of("attempt_default"),
                tables.texts("SELECT tableoid::regclass::text FROM attempt WHERE id = '" + id + "'"));
        Looks.at(letGo::lookAtAttempts);
        assertEquals(List.of(), tables.texts("SELECT id::text FROM attempt WHERE id = '" + id + "'"));
        google.delete();
    }

    @Test
    void nothingThatIsYoungerThanAMonthGoesWhateverTheApplicationAsks() {
        // Given
        Looks.at(letGo::lookAtAttempts);
        List<String> before = attempts();
        // When
        partitions.drop(Partitions.Of.ATTEMPTS, Clock.systemUTC().instant().plus(Duration.ofDays(3650)));
        // Then
        assertEquals(before, attempts());
    }

    @Test
    void theApplicationCannotRewriteTheLogNorItsPartitions() {
        // Given
        List<String> all = new ArrayList<>(attempts());
        all.add("attempt");
        all.add("attempt_default");
        // When, Then
        for (String table : all) {
            assertThrows(SQLException.class, () -> tables.update("DELETE FROM " + table), table);
            assertThrows(SQLException.class, () -> tables.update("UPDATE " + table + " SET number = 0"), table);
            assertThrows(SQLException.class, () -> tables.update("DROP TABLE " + table), table);
        }
    }

    private static String id(Map<String, Object> delivery) {
        return String.valueOf(delivery.get("id"));
    }

    private UUID insert(String time, String delivery) throws SQLException {
        UUID id = Uuid7.at(Instant.parse(time));
        assertNotEquals(
                0,
                tables.update(
                        "INSERT INTO attempt (id, delivery_id, endpoint_id, number, started_at, duration_ms, status)"
                                + " SELECT '" + id + "', id, endpoint_id, 99, '" + time + "', 1, 'FAILED' FROM delivery"
                                + " WHERE id = '" + delivery + "'"));
        return id;
    }

    private List<String> attempts() {
        return tables.partitions("attempt");
    }
}
