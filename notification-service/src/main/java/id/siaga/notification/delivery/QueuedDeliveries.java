// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.messaging.IncomingEvent;
import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The way into the queue: the events of a whole batch in one statement, and their deliveries and lanes in another. */
@ApplicationScoped
class QueuedDeliveries {

    private static final String STORE_EVENT = """
            INSERT INTO event (id, type, subject, correlation_id, body, taken_at, sequence)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""";

    /**
     * A lane that exists is touched, and so locked: one that is just being emptied is waited for and made anew,
     * where skipping it would leave the delivery without a lane. Sorted, so that two batches cannot deadlock.
     */
    private static final String QUEUE = """
            WITH queued AS (
                INSERT INTO delivery (id, endpoint_id, party, event_id, event_type, subject, sequence, status,
                                      serve_by, failing_at, fallback_of, own_lane, created_at)
                SELECT n.id, n.endpoint_id, n.party, n.event_id, n.event_type, n.subject, n.sequence, 'PENDING',
                       n.serve_by, n.failing_at, n.fallback_of, n.unordered AND NOT (%s), ?
                FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::bigint[],
                            ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::boolean[])
                    AS n (id, endpoint_id, party, event_id, event_type, subject, sequence, serve_by, failing_at,
                          fallback_of, unordered)
                ON CONFLICT (endpoint_id, event_id) DO NOTHING
                RETURNING endpoint_id, lane, event_type),
            touched AS (
                INSERT INTO lane (endpoint_id, subject, priority, due_at)
                SELECT endpoint_id, lane, min(%s), ?
                FROM queued GROUP BY endpoint_id, lane ORDER BY endpoint_id, lane
                ON CONFLICT (endpoint_id, subject) DO UPDATE SET priority = least(lane.priority, excluded.priority)
                RETURNING lease)
            SELECT count(lease) FROM touched""".formatted(Priority.isOrder("n.event_type"), Priority.rankOf("event_type"));

    private final Database database;

    QueuedDeliveries(Database database) {
        this.database = database;
    }

    /** Stores each event once, as the bytes that every reader is given. */
    void keep(Collection<StructuredEvent> events, Instant now) {
        database.run(connection -> {
            store(connection, events, now);
            return events.size();
        });
    }

    /** Of events that are kept. They come in any order: one may stand before what is in flight. */
    void add(List<NewDelivery> deliveries, Instant now) {
        database.run(connection -> {
            int leased = queue(connection, deliveries, now);
            if (leased > 0) {
                InFlight.remember(
                        connection, deliveries.stream().map(NewDelivery::id).toList());
            }
            return leased;
        });
    }

    private static void store(Connection connection, Collection<StructuredEvent> events, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STORE_EVENT)) {
            for (StructuredEvent structured : events) {
                IncomingEvent event = structured.event();
                Parameters.of(insert)
                        .id(event.id())
                        .text(event.type())
                        .text(event.subject())
                        .text(event.correlationId())
                        .bytes(structured.body())
                        .time(now)
                        .number(event.sequence());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Returns in how many lanes something was in flight. */
    private static int queue(Connection connection, List<NewDelivery> deliveries, Instant now) throws SQLException {
        List<UUID> ids = deliveries.stream().map(NewDelivery::id).toList();
        List<IncomingEvent> events =
                deliveries.stream().map(delivery -> delivery.event().event()).toList();
        try (PreparedStatement insert = connection.prepareStatement(QUEUE)) {
            Parameters.of(insert)
                    .time(now)
                    .array("uuid", ids)
                    .array(
                            "uuid",
                            deliveries.stream().map(NewDelivery::endpointId).toList())
                    .array("text", deliveries.stream().map(NewDelivery::party).toList())
                    .array("uuid", events.stream().map(IncomingEvent::id).toList())
                    .array("text", events.stream().map(IncomingEvent::type).toList())
                    .array("text", events.stream().map(IncomingEvent::subject).toList())
                    .array(
                            "bigint",
                            events.stream().map(IncomingEvent::sequence).toList())
                    .times(deliveries.stream().map(d -> d.event().serveBy()))
                    .times(deliveries.stream().map(d -> d.event().failingAt()))
                    .ids(deliveries.stream().map(NewDelivery::fallbackOf))
                    .array("boolean", deliveries.stream().map(d -> !d.ordered()).toList())
                    .time(now);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
