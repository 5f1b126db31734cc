// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Lanes that are leased: the lock under which the outcomes of deliveries are recorded, and the way back. */
@ApplicationScoped
class LeasedLanes {

    /** Each by itself, whatever the plan. Who waits locks a single one, so that nobody can deadlock. */
    private static final String LOCK = """
            SELECT l.lease
            FROM unnest(?::uuid[], ?::text[], ?::uuid[]) AS c (endpoint_id, subject, lease)
            CROSS JOIN LATERAL (
                SELECT l.lease FROM lane l
                WHERE l.endpoint_id = c.endpoint_id AND l.subject = c.subject AND l.lease = c.lease
                LIMIT 1 FOR UPDATE %s) l""";

    private static final String LOCK_WAITING = LOCK.formatted("");
    private static final String LOCK_UNHELD = LOCK.formatted("SKIP LOCKED");

    private static final String FREE = """
            UPDATE lane SET lease = NULL, due_at = n.due_at, in_flight = NULL
            FROM (SELECT l.ctid AS place, c.due_at
                  FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[]) AS c (endpoint_id, subject, lease, due_at)
                  CROSS JOIN LATERAL (
                      SELECT l.ctid FROM lane l
                      WHERE l.endpoint_id = c.endpoint_id AND l.subject = c.subject AND l.lease = c.lease LIMIT 1) l) n
            WHERE lane.ctid = n.place""";

    private final Database database;

    LeasedLanes(Database database) {
        this.database = database;
    }

    /** Locks the lane; false when the lease has ended and somebody else holds it, or nobody needs it any more. */
    boolean lock(ClaimedDelivery delivery) {
        database.findByIndex();
        return !database.run(connection -> lock(connection, LOCK_WAITING, List.of(delivery)))
                .isEmpty();
    }

    /**
     * Locks those lanes that nobody else has locked, and returns their leases. Nothing that the transaction does afterwards
     * waits long for a lock: whoever ends an endpoint holds some for as long as much waits there.
     */
    Set<UUID> lockUnheld(List<ClaimedDelivery> deliveries) {
        database.findByIndex(Map.of("lock_timeout", "100ms"));
        return database.run(connection -> lock(connection, LOCK_UNHELD, deliveries));
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
            int ended = EmptyLanes.end(connection, endpoints(deliveries), lanes(deliveries));
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
                .array("uuid", endpoints(deliveries))
                .array("text", lanes(deliveries))
                .array("uuid", deliveries.stream().map(ClaimedDelivery::lease).toList());
    }

    private static List<UUID> endpoints(List<ClaimedDelivery> deliveries) {
        return deliveries.stream().map(ClaimedDelivery::endpointId).toList();
    }

    private static List<String> lanes(List<ClaimedDelivery> deliveries) {
        return deliveries.stream().map(ClaimedDelivery::lane).toList();
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
