// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import id.siaga.notification.endpoint.NotificationRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.UUID;

/** Which events are still there to be told. */
@ApplicationScoped
public class KeptEvents {

    private final Database database;

    KeptEvents(Database database) {
        this.database = database;
    }

    /** From when on events are kept: the beginning, as long as none has gone. */
    public Instant since() {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT since FROM events_kept");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Parameters.requiredTime(row, "since") : Instant.EPOCH;
            }
        });
    }

    /**
     * Holds the event of a delivery: it does not go before the transaction ends.
     *
     * @throws NotificationRefusal.EventGone when it has gone
     */
    void hold(UUID deliveryId) {
        boolean kept = database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT 1 FROM delivery d JOIN event e ON e.id = d.event_id WHERE d.id = ?")) {
                Parameters.of(select).id(deliveryId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
        if (!kept) {
            throw new NotificationRefusal.EventGone(since());
        }
    }
}
