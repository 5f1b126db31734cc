// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import id.siaga.notification.delivery.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Up to where each party has committed, and what it passes when it commits more. */
@ApplicationScoped
class FeedCommits {

    private static final String LOCK = """
            INSERT INTO feed_commit (party, own, shared, committed_at) VALUES (?, 0, 0, ?)
            ON CONFLICT (party) DO UPDATE SET party = excluded.party RETURNING own, shared""";

    /** Whether an order or a canary has been received is what the other services want to know; of the rest they would read nothing. */
    private static final String ORDERS = """
            SELECT f.event_id, f.type, f.subject, e.correlation_id
            FROM event e JOIN feed_entry f ON f.event_id = e.id
            WHERE f.channel = ? AND f.number > ? AND f.number <= ? AND %s
              AND (?::text IS NULL OR f.type ~ ?::text)
            ORDER BY f.number""".formatted(Priority.isOrder("f.type"));

    private final Database database;

    FeedCommits(Database database) {
        this.database = database;
    }

    /** An event about an order that its party has committed. */
    record Passed(UUID eventId, String eventType, String subject, String correlationId) {}

    /** Empty when the party has never committed anything. */
    Optional<FeedPosition> committed(String party) {
        return database.run(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT own, shared FROM feed_commit WHERE party = ?")) {
                Parameters.of(select).text(party);
                return position(select);
            }
        });
    }

    /** What is committed so far, which nobody else moves until the transaction ends. */
    FeedPosition lock(String party, Instant now) {
        return database.run(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(LOCK)) {
                Parameters.of(upsert).text(party).time(now);
                return position(upsert).orElseThrow();
            }
        });
    }

    void move(String party, FeedPosition to, Instant now) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE feed_commit SET own = ?, shared = ?, committed_at = ? WHERE party = ?")) {
                Parameters.of(update)
                        .number(to.own())
                        .number(to.shared())
                        .time(now)
                        .text(party);
                return update.executeUpdate();
            }
        });
    }

    /** The events about orders in a party's own channel, after a number and up to another. */
    List<Passed> orders(String party, long after, long upTo, TypeFilter types) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ORDERS)) {
                Parameters.of(select)
                        .text(party)
                        .number(after)
                        .number(upTo)
                        .text(types.regex())
                        .text(types.regex());
                List<Passed> passed = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        passed.add(new Passed(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)));
                    }
                }
                return passed;
            }
        });
    }

    private static Optional<FeedPosition> position(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(new FeedPosition(row.getLong(1), row.getLong(2))) : Optional.empty();
        }
    }
}
