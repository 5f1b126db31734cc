// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statements of the outbox. Each runs in the caller's transaction. */
final class OutboxTable {

    /** First half of every advisory lock key of the relay; databases are not shared between services. */
    private static final int LOCK_CLASS = 0x51A6A;

    /** A backlog of large rows must not be read into memory at once. */
    private static final int MAX_BATCH_BYTES = 4 << 20;

    private static final int FETCH = 100;

    /**
     * Claims the shard for this transaction. Whoever published for it within the last second goes on, since a change of
     * hands costs a new producer epoch; the lock alone decides who may. OLD in RETURNING tells whether it changed hands.
     */
    private static final String CLAIM = """
            INSERT INTO outbox_shard AS s (shard, holder, worked_at)
            SELECT ?, ?, clock_timestamp() WHERE pg_try_advisory_xact_lock(?, ?)
            ON CONFLICT (shard) DO UPDATE SET holder = excluded.holder, worked_at = excluded.worked_at
            WHERE s.holder = excluded.holder OR s.worked_at < clock_timestamp() - interval '1 second'
            RETURNING old.holder IS DISTINCT FROM new.holder""";

    enum Claim {
        REFUSED,
        KEPT,
        TAKEN_OVER
    }

    record Head(List<Long> positions, List<OutboxRow> rows) {}

    private final int shards;

    OutboxTable(int shards) {
        this.shards = shards;
    }

    static void append(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO outbox (slot, event_id, topic, key, value, headers) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (OutboxRow row : rows) {
                insert.setInt(1, row.slot());
                insert.setObject(2, row.eventId());
                insert.setString(3, row.topic());
                insert.setBytes(4, row.key());
                insert.setBytes(5, row.value());
                insert.setBytes(6, row.headers());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** In the order of the key, whose index forgets dead rows at once: the table keeps them until it is vacuumed. */
    boolean hasRows(Connection connection, int shard) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM outbox WHERE slot % ? = ? ORDER BY position LIMIT 1")) {
            query.setInt(1, shards);
            query.setInt(2, shard);
            try (ResultSet result = query.executeQuery()) {
                return result.next();
            }
        }
    }

    Claim claim(Connection connection, int shard, UUID replica) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setInt(1, shard);
            claim.setObject(2, replica);
            claim.setInt(3, LOCK_CLASS);
            claim.setInt(4, shard);
            try (ResultSet result = claim.executeQuery()) {
                if (!result.next()) {
                    return Claim.REFUSED;
                }
                return result.getBoolean(1) ? Claim.TAKEN_OVER : Claim.KEPT;
            }
        }
    }

    /** Lets PostgreSQL drop the session, and with it the lock, of a relay that has stopped in mid-batch. */
    static void limitIdling(Connection connection, Duration limit) throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement("SELECT set_config('idle_in_transaction_session_timeout', ?, true)")) {
            set.setString(1, Long.toString(limit.toMillis()));
            set.execute();
        }
    }

    Head head(Connection connection, int shard, int limit) throws SQLException {
        var head = new Head(new ArrayList<>(), new ArrayList<>());
        int bytes = 0;
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT position, event_id, topic, key, value, headers FROM outbox WHERE slot % ? = ?"
                        + " ORDER BY position LIMIT ?")) {
            query.setInt(1, shards);
            query.setInt(2, shard);
            query.setInt(3, limit);
            query.setFetchSize(FETCH);
            try (ResultSet result = query.executeQuery()) {
                while (bytes < MAX_BATCH_BYTES && result.next()) {
                    var row = new OutboxRow(
                            result.getObject(2, UUID.class),
                            result.getString(3),
                            result.getBytes(4),
                            result.getBytes(5),
                            result.getBytes(6));
                    head.positions().add(result.getLong(1));
                    head.rows().add(row);
                    bytes += row.size();
                }
            }
        }
        return head;
    }

    static void delete(Connection connection, List<Long> positions) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE position = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            delete.executeUpdate();
        }
    }
}
