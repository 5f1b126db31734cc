// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lanes that are leased: the lock under which the outcomes of deliveries are recorded, and the way back. */
@ApplicationScoped
class LeasedLanes {

    /** In one order, so that two who lock many cannot deadlock. */
    private static final String LOCK = """
            SELECT l.lease
            FROM unnest(?::uuid[], ?::text[], ?::uuid[]) AS c (endpoint_id, subject, lease)
            JOIN lane l ON l.endpoint_id = c.endpoint_id AND l.subject = c.subject AND l.lease = c.lease
            ORDER BY l.endpoint_id, l.subject FOR UPDATE OF l""";

    /**
     * A statement of its own: it must see what was queued by whoever had the lanes locked before. By its limit, each lane is
     * asked for by itself: as a join, all that waits might be read for it.
     */
    private static final String END = """
            DELETE FROM lane l USING unnest(?::uuid[], ?::text[], ?::uuid[]) AS c (endpoint_id, subject, lease)
            WHERE l.endpoint_id = c.endpoint_id AND l.subject = c.subject AND l.lease = c.lease AND (
                SELECT d.id FROM delivery d
                WHERE d.endpoint_id = l.endpoint_id AND d.lane = l.subject AND d.status = 'PENDING' LIMIT 1) IS NULL""";

    private static final String FREE = """
            UPDATE lane l SET lease = NULL, due_at = c.due_at, in_flight = NULL
            FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[]) AS c (endpoint_id, subject, lease, due_at)
            WHERE l.endpoint_id = c.endpoint_id AND l.subject = c.subject AND l.lease = c.lease""";

    private final Database database;

    LeasedLanes(Database database) {
        this.database = database;
    }

    /** Locks the lane; false when the lease has ended and somebody else holds it, or nobody needs it any more. */
    boolean lock(ClaimedDelivery delivery) {
        database.findByIndex();
        return !database.run(connection -> lock(connection, LOCK, List.of(delivery)))
                .isEmpty();
    }

    /**
     * Locks those lanes that nobody else has locked, and returns their leases. Nothing that the transaction does afterwards
     * waits long for a lock: whoever ends an endpoint holds some for as long as much waits there.
     */
    Set<UUID> lockUnheld(List<ClaimedDelivery> deliveries) {
        database.findByIndex();
        return database.run(connection -> {
            try (Statement set = connection.createStatement()) {
                set.execute("SET LOCAL lock_timeout = '100ms'");
            }
            return lock(connection, LOCK + " SKIP LOCKED", deliveries);
        });
    }

    private static Set<UUID> lock(Connection connection, String statement, List<ClaimedDelivery> deliveries)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(statement)) {
            leases(Parameters.of(select), deliveries);
            Set<UUID> locked = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    locked.add(row.getObject(1, UUID.class));
                }
            }
            return locked;
        }
    }

    /** Gives lanes back, due again at their times; a lane ends when nothing waits in it. Needs {@link #lock}. */
    void free(List<Settled> settled) {
        List<ClaimedDelivery> deliveries =
                settled.stream().map(Settled::delivery).toList();
        database.run(connection -> {
            int ended;
            try (PreparedStatement delete = connection.prepareStatement(END)) {
                leases(Parameters.of(delete), deliveries);
                ended = delete.executeUpdate();
            }
            if (ended < settled.size()) {
                try (PreparedStatement update = connection.prepareStatement(FREE)) {
                    leases(Parameters.of(update), deliveries)
                            .times(settled.stream().map(Settled::dueAt));
                    update.executeUpdate();
                }
            }
            return ended;
        });
    }

    private static Parameters leases(Parameters statement, List<ClaimedDelivery> deliveries) throws SQLException {
        return statement
                .array(
                        "uuid",
                        deliveries.stream().map(ClaimedDelivery::endpointId).toList())
                .array("text", deliveries.stream().map(ClaimedDelivery::lane).toList())
                .array("uuid", deliveries.stream().map(ClaimedDelivery::lease).toList());
    }

    /** Returns lanes whose work was not finished, due at once for another replica. */
    void giveBack(Collection<ClaimedDelivery> unfinished, Instant now) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE lane SET lease = NULL, due_at = ?, in_flight = NULL WHERE lease = ANY (?)")) {
                Parameters.of(update)
                        .time(now)
                        .array(
                                "uuid",
                                unfinished.stream().map(ClaimedDelivery::lease).toList());
                return update.executeUpdate();
            }
        });
    }
}
