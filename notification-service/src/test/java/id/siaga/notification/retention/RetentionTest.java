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
import id.siaga.notification.database.Database;
import id.siaga.notification.database.StatementFailed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    private final AttemptPartitions partitions;
    private final Database database;
    private final String url;
    private final String owner;
    private final String password;
    private final WebhookSink sink = new WebhookSink();

    RetentionTest(
            LetGo letGo,
            AttemptPartitions partitions,
            Database database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.letGo = letGo;
        this.partitions = partitions;
        this.database = database;
        this.url = url;
        this.owner = owner;
        this.password = password;
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
        List<String> lie = texts("SELECT DISTINCT tableoid::regclass::text FROM attempt");
        assertFalse(lie.contains("attempt_default"), lie::toString);
        assertTrue(partitions().size() >= 1 + AHEAD, () -> partitions().toString());
        google.delete();
    }

    @Test
    void whatIsOldEnoughGoesWithItsPartitionAndNothingThatIsStillNeeded() throws SQLException {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "order.issued");
        EventFixture order = EventFixture.anOrder();
        String delivery = id(google.awaitDelivery(order.send(), "SUCCEEDED"));
        asOwner("CREATE TABLE " + LONG_GONE + " PARTITION OF attempt FOR VALUES"
                + " FROM (uuid7_floor('2019-12-30 00:00Z')) TO (uuid7_floor('2020-01-06 00:00Z'))");
        insert("2020-01-01T00:00:00Z", delivery);
        List<String> before = partitions();
        assertTrue(before.contains(LONG_GONE));
        // When
        letGo.look();
        // Then
        List<String> after = new ArrayList<>(before);
        after.remove(LONG_GONE);
        assertEquals(after, partitions());
        assertEquals(1, google.attempts(order.id()).size());
        order.send();
        google.awaitDelivery(EventFixture.anOrder().send(), "SUCCEEDED");
        assertEquals(1, sink.received(order.id()).size(), "told again");
        google.delete();
    }

    @Test
    void whatNoPartitionIsForIsKeptAndGoesToo() {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/"), "order.issued");
        String delivery = id(google.awaitDelivery(EventFixture.anOrder().send(), "SUCCEEDED"));
        // When
        UUID id = insert("2019-01-01T00:00:00Z", delivery);
        // Then
        assertEquals(
                List.of("attempt_default"),
                texts("SELECT tableoid::regclass::text FROM attempt WHERE id = '" + id + "'"));
        letGo.look();
        assertEquals(List.of(), texts("SELECT id::text FROM attempt WHERE id = '" + id + "'"));
        google.delete();
    }

    @Test
    void nothingThatIsYoungerThanAMonthGoesWhateverTheApplicationAsks() {
        // Given
        letGo.look();
        List<String> before = partitions();
        // When
        partitions.drop(Clock.systemUTC().instant().plus(Duration.ofDays(3650)));
        // Then
        assertEquals(before, partitions());
    }

    @Test
    void theApplicationCannotRewriteTheLogNorItsPartitions() {
        // Given
        List<String> tables = new ArrayList<>(partitions());
        tables.add("attempt");
        tables.add("attempt_default");
        // When, Then
        for (String table : tables) {
            assertThrows(StatementFailed.class, () -> update("DELETE FROM " + table), table);
            assertThrows(StatementFailed.class, () -> update("UPDATE " + table + " SET number = 0"), table);
            assertThrows(StatementFailed.class, () -> update("DROP TABLE " + table), table);
        }
    }

    private static String id(Map<String, Object> delivery) {
        return String.valueOf(delivery.get("id"));
    }

    private UUID insert(String time, String delivery) {
        UUID id = Uuid7.at(Instant.parse(time));
        assertNotEquals(
                0,
                update("INSERT INTO attempt (id, delivery_id, endpoint_id, number, started_at, duration_ms, status)"
                        + " SELECT '" + id + "', id, endpoint_id, 99, '" + time + "', 1, 'FAILED' FROM delivery"
                        + " WHERE id = '" + delivery + "'"));
        return id;
    }

    private List<String> partitions() {
        return texts("SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
                + " WHERE i.inhparent = 'attempt'::regclass AND c.relname <> 'attempt_default' ORDER BY 1");
    }

    private int update(String statement) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.run(connection -> {
                    try (Statement update = connection.createStatement()) {
                        return update.executeUpdate(statement);
                    }
                }));
    }

    private List<String> texts(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.run(connection -> {
                    List<String> texts = new ArrayList<>();
                    try (Statement select = connection.createStatement();
                            ResultSet row = select.executeQuery(query)) {
                        while (row.next()) {
                            texts.add(row.getString(1));
                        }
                    }
                    return texts;
                }));
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement update = connection.createStatement()) {
            update.execute(statement);
        }
    }
}
