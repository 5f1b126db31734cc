// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much waits, and for how long. */
@ApplicationScoped
public class Backlog {

    private final Database database;
    private final Clock clock;

    Backlog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What waits.
     *
     * @param age of the oldest
     */
    public record Size(long pending, Duration age) {}

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Size size() {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT count(*), min(coalesce(resumed_at, created_at)) AS oldest FROM delivery"
                                    + " WHERE status = 'PENDING'");
                    ResultSet row = select.executeQuery()) {
                row.next();
                Instant oldest = Parameters.time(row, "oldest");
                return new Size(
                        row.getLong(1), oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant()));
            }
        });
    }
}
