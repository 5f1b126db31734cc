// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.NotificationStack;
import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much waits; in transactions that nobody else sees, since a dispatcher runs, too. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class BacklogTest {

    private final UUID endpoint = UUID.randomUUID();

    @Inject
    Database database;

    @Inject
    Backlog backlog;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
        execute("""
                INSERT INTO endpoint (id, version, party, roles, url, event_types, status, sealed_secret, created_at)
                VALUES (?, 0, 'mafindo', '{}', 'https://hooks.example/', '{*}', 'ACTIVE', '', now())""");
    }

    @AfterEach
    void forget() {
        QuarkusTransaction.rollback();
    }

    @Test
    void littleIsCountedAndTheOldestFound() {
        // Given
        long before = backlog.size().pending();
        waiting(7);
        execute("UPDATE delivery SET created_at = now() - interval '2 days' WHERE sequence = 5 AND endpoint_id = ?");
        execute("UPDATE delivery SET created_at = now() - interval '2 years', resumed_at = now()"
                + " WHERE sequence = 6 AND endpoint_id = ?");

        // When
        Backlog.Size size = backlog.size();

        // Then
        assertEquals(before + 7, size.pending());
        assertEquals(2, size.age().toDays());
    }

    @Test
    void ofMuchIsOnlySaidThatItIsMore() {
        // Given
        waiting(Backlog.COUNTED + 500);

        // When
        Backlog.Size size = backlog.size();

        // Then
        assertEquals(Backlog.COUNTED + 1, size.pending());
        assertTrue(size.age().compareTo(Duration.ofDays(1)) < 0);
    }

    private void waiting(int count) {
        execute("""
                WITH stored AS (
                    INSERT INTO event (id, type, subject, correlation_id, body, taken_at)
                    SELECT uuidv7(), 'id.siaga.case.opened.v1', n::text, n::text, '', now() FROM generate_series(1, %d) n
                    RETURNING id, type, subject)
                INSERT INTO delivery (id, endpoint_id, party, event_id, event_type, subject, sequence, status, created_at)
                SELECT uuidv7(), ?, 'mafindo', id, type, 'backlog', subject::bigint, 'PENDING', now() FROM stored""".formatted(count));
        execute("INSERT INTO lane (endpoint_id, subject, priority, due_at) VALUES (?, 'backlog', 1, now())");
    }

    private void execute(String statement) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(statement)) {
                Parameters.of(update).id(endpoint);
                return update.executeUpdate();
            }
        });
    }
}
