// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.breaker;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoints that have not succeeded for days. */
@ApplicationScoped
public class Troubles {

    private static final String WARN = """
            UPDATE endpoint_trouble SET warned_at = ? WHERE endpoint_id IN (
                SELECT endpoint_id FROM endpoint_trouble
                WHERE failing_since <= ? AND failures >= ? AND warned_at IS NULL
                ORDER BY failing_since LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING endpoint_id, failing_since, failures""";

    private static final String OVERDUE = """
            SELECT endpoint_id, failing_since, failures FROM endpoint_trouble
            WHERE failing_since <= ? AND failures >= ? AND (?::uuid IS NULL OR endpoint_id = ?::uuid)
            ORDER BY failing_since LIMIT ?""";

    private final Database database;
    private final BreakerConfig config;
    private final Clock clock;

    Troubles(Database database, BreakerConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Takes those whose owners are to be warned, each once in its trouble. */
    public List<Trouble> takeToWarn(int limit) {
        Instant now = clock.instant();
        Duration half = config.disableAfter().dividedBy(2);
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(WARN)) {
                Parameters.of(update)
                        .time(now)
                        .time(now.minus(half))
                        .number(config.disableAfterTries())
                        .number(limit);
                return troubles(update);
            }
        });
    }

    /** Those that have failed for too long. */
    public List<Trouble> overdue(int limit) {
        return overdue(null, limit);
    }

    /** Whether this one has failed for too long. */
    public Optional<Trouble> overdue(UUID endpointId) {
        return overdue(endpointId, 1).stream().findFirst();
    }

    /** When an endpoint in trouble is disabled, unless it succeeds before. */
    public Instant disablesAt(Trouble trouble) {
        return trouble.since().plus(config.disableAfter());
    }

    private List<Trouble> overdue(@Nullable UUID endpointId, int limit) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OVERDUE)) {
                Parameters.of(select)
                        .time(clock.instant().minus(config.disableAfter()))
                        .number(config.disableAfterTries())
                        .optionalId(endpointId)
                        .optionalId(endpointId)
                        .number(limit);
                return troubles(select);
            }
        });
    }

    private static List<Trouble> troubles(PreparedStatement statement) throws SQLException {
        List<Trouble> troubles = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                troubles.add(new Trouble(
                        row.getObject("endpoint_id", UUID.class),
                        Parameters.requiredTime(row, "failing_since"),
                        row.getInt("failures")));
            }
        }
        return troubles;
    }
}
