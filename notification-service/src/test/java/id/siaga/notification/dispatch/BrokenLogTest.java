// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was received but could not be recorded is sent again, but not at once. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class BrokenLogTest {

    private final WebhookSink sink = new WebhookSink();

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @Inject
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Inject
    @ConfigProperty(name = "siaga.delivery.lease")
    Duration lease;

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void aLogThatCannotBeWrittenMakesNoStorm() throws SQLException {
        // Given
        RegisteredParty google = RegisteredParty.register("google", "platform", sink.url("/google"), "*");
        asOwner("ALTER TABLE attempt RENAME TO attempt_away");
        EventFixture order = EventFixture.anOrder();
        try {
            // When
            order.send();
            sink.await(order.id(), 2);
        } finally {
            asOwner("ALTER TABLE attempt_away RENAME TO attempt");
        }

        // Then
        google.awaitDelivery(order.id(), "SUCCEEDED");
        List<Received> received = sink.received(order.id());
        for (int i = 1; i < received.size(); i++) {
            Duration between =
                    Duration.between(received.get(i - 1).at(), received.get(i).at());
            // A lease runs from its claim, which is before the receipt.
            assertTrue(between.compareTo(lease.dividedBy(2)) > 0, "again after " + between);
        }
        assertEquals(received.getFirst().text(), received.getLast().text());
        google.delete();
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement update = connection.createStatement()) {
            update.execute(statement);
        }
    }
}
