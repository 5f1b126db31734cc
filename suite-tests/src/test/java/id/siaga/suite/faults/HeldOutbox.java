// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import id.siaga.localstack.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Sessions of the database's owner that slow a relay down with nothing but locks: first as another replica that holds the
 * shards, so that rows gather; then as a reader that holds these rows, so that the relay can publish and not delete them.
 */
final class HeldOutbox implements AutoCloseable {

    /** The relay's own lock class and number of shards. */
    private static final int LOCK_CLASS = 0x51A6A;

    private static final int SHARDS = 2;

    private final Connection shards;
    private final Connection rows;

    private HeldOutbox(Connection shards, Connection rows) {
        this.shards = shards;
        this.rows = rows;
    }

    /** Returns when no relay publishes any more. */
    static HeldOutbox of(Endpoints.Database database) throws SQLException {
        HeldOutbox held = new HeldOutbox(connect(database), connect(database));
        try (PreparedStatement lock = held.shards.prepareStatement("SELECT pg_advisory_lock(?, ?)")) {
            for (int shard = 0; shard < SHARDS; shard++) {
                lock.setInt(1, LOCK_CLASS);
                lock.setInt(2, shard);
                lock.execute();
            }
        }
        return held;
    }

    private static Connection connect(Endpoints.Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
    }

    /** How many rows of a topic have gathered. */
    int waiting(String topic) throws SQLException {
        try (PreparedStatement count = shards.prepareStatement("SELECT count(*) FROM outbox WHERE topic = ?")) {
            count.setString(1, topic);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Lets the relay publish what has gathered, and keeps it from deleting that. */
    void letPublishButNotDelete() throws SQLException {
        rows.setAutoCommit(false);
        try (Statement lock = rows.createStatement()) {
            lock.executeQuery("SELECT position FROM outbox FOR KEY SHARE").close();
        }
        try (Statement unlock = shards.createStatement()) {
            unlock.execute("SELECT pg_advisory_unlock_all()");
        }
    }

    /** Whether a relay has published its batch and waits for the rows to delete them. */
    boolean isDeleteWaiting() throws SQLException {
        try (Statement query = rows.createStatement();
                ResultSet row = query.executeQuery("SELECT EXISTS (SELECT FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        shards.close();
        rows.close();
    }
}
