// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The channels of the feed; plain JDBC, since whatever is asked or added is a set. */
@ApplicationScoped
class FeedEntries {

    /** Counters are locked in the order of channels, so that two batches cannot wait for each other. */
    private static final String APPEND = """
            WITH told AS (
                SELECT * FROM unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
                    AS n (channel, event_id, type, subject, named, place)),
            counted AS (
                INSERT INTO feed (channel, last)
                SELECT channel, count(*) FROM told GROUP BY channel ORDER BY channel
                ON CONFLICT (channel) DO UPDATE SET last = feed.last + excluded.last
                RETURNING channel, last)
            INSERT INTO feed_entry (channel, number, event_id, type, subject, named, taken_at)
            SELECT t.channel,
                   c.last - count(*) OVER (PARTITION BY t.channel)
                       + row_number() OVER (PARTITION BY t.channel ORDER BY t.place),
                   t.event_id, t.type, t.subject, string_to_array(t.named, ','), ?
            FROM told t JOIN counted c ON c.channel = t.channel""";

    /** Events come first, as wherever both are locked: what drops their partitions takes them in this order. */
    private static final String AFTER = """
            SELECT f.number, f.event_id, f.taken_at, octet_length(e.body) AS size
            FROM event e JOIN feed_entry f ON f.event_id = e.id
            WHERE f.channel = ? AND f.number > ? AND f.number <= ?
              AND (?::text IS NULL OR f.type ~ ?::text) AND NOT (?::text = ANY (f.named))
            ORDER BY f.number LIMIT ?""";

    private final Database database;

    FeedEntries(Database database) {
        this.database = database;
    }

    /** An event in one channel. */
    record Appended(String channel, UUID eventId, String type, String subject, String named) {}

    /** @param size of the event in bytes */
    record Entry(long number, UUID eventId, Instant takenAt, int size) {}

    /** In the transaction that takes the events, which then holds the counters. */
    void append(List<Appended> told, Instant now) {
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
                Parameters.of(insert)
                        .array("text", told.stream().map(Appended::channel).toList())
                        .array("uuid", told.stream().map(Appended::eventId).toList())
                        .array("text", told.stream().map(Appended::type).toList())
                        .array("text", told.stream().map(Appended::subject).toList())
                        .array("text", told.stream().map(Appended::named).toList())
                        .time(now);
                return insert.executeUpdate();
            }
        });
    }

    /** The last number of each channel that has any. */
    Map<String, Long> heads(Collection<String> channels) {
        return numbers("SELECT channel, last FROM feed WHERE channel = ANY (?)", channels);
    }

    /** The last number of each channel that is no longer kept; of those before it some may still be there. */
    Map<String, Long> gone(Collection<String> channels) {
        return numbers("SELECT channel, gone FROM feed WHERE channel = ANY (?)", channels);
    }

    private Map<String, Long> numbers(String ofChannels, Collection<String> channels) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ofChannels)) {
                Parameters.of(select).array("text", channels);
                Map<String, Long> numbers = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        numbers.put(row.getString(1), row.getLong(2));
                    }
                }
                return numbers;
            }
        });
    }

    /**
     * What a channel has after a number and up to another.
     *
     * @param except a party that reads it in its own channel if it is named
     */
    List<Entry> between(String channel, long after, long upTo, TypeFilter types, String except, int limit) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(AFTER)) {
                Parameters.of(select)
                        .text(channel)
                        .number(after)
                        .number(upTo)
                        .text(types.regex())
                        .text(types.regex())
                        .text(except)
                        .number(limit);
                List<Entry> entries = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        entries.add(new Entry(
                                row.getLong("number"),
                                row.getObject("event_id", UUID.class),
                                Parameters.requiredTime(row, "taken_at"),
                                row.getInt("size")));
                    }
                }
                return entries;
            }
        });
    }

    /**
     * The number before the first event of a channel that was taken at a time or later. Numbers grow with the time, so a few
     * looks at the key find it, and no index of times is kept up to date for it. What is no longer kept was before it.
     */
    long before(String channel, Instant time, long head) {
        return database.run(connection -> {
            long last = head;
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT number, taken_at FROM feed_entry WHERE channel = ? AND number >= ? ORDER BY number LIMIT 1""")) {
                long before = beforeFirst(select, channel, head);
                while (before < last) {
                    long middle = before + (last - before + 1) / 2;
                    Parameters.of(select).text(channel).number(middle);
                    try (ResultSet row = select.executeQuery()) {
                        if (row.next()
                                && Parameters.requiredTime(row, "taken_at").isBefore(time)) {
                            before = row.getLong("number");
                        } else {
                            last = middle - 1;
                        }
                    }
                }
                return before;
            }
        });
    }

    private static long beforeFirst(PreparedStatement select, String channel, long head) throws SQLException {
        Parameters.of(select).text(channel).number(1);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong("number") - 1 : head;
        }
    }

    /** The events themselves, as webhooks carry them; without those that are no longer kept. */
    Map<UUID, String> bodies(Collection<UUID> events) {
        return database.run(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id, body FROM event WHERE id = ANY (?)")) {
                Parameters.of(select).array("uuid", events);
                Map<UUID, String> bodies = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        bodies.put(row.getObject(1, UUID.class), new String(row.getBytes(2), StandardCharsets.UTF_8));
                    }
                }
                return bodies;
            }
        });
    }
}
