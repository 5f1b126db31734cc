// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The table {@code idempotency}; plain JDBC on the transaction's connection, since every creating request pays it. */
@ApplicationScoped
class StoredAnswers {

    static final Duration KEPT = Duration.ofDays(2);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final AgroalDataSource database;

    StoredAnswers(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Waits until no rival holds the key. An advisory lock and not a row: the row is written once, with its answer,
     * and the reader's snapshot is taken after the wait.
     */
    void lock(AnswerKey key) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement limit = connection.createStatement();
                PreparedStatement lock =
                        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            limit.execute("SET LOCAL lock_timeout = '5s'");
            lock.setString(1, String.join("\n", key.party(), key.route(), key.key()));
            lock.execute();
            limit.execute("SET LOCAL lock_timeout = DEFAULT");
        } catch (SQLException exception) {
            if (LOCK_NOT_AVAILABLE.equals(exception.getSQLState())) {
                throw new IdempotencyRefusal(IdempotencyRefusal.IN_PROGRESS);
            }
            throw exception;
        }
    }

    @Nullable
    StoredAnswer find(AnswerKey key, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT digest, status, location, body FROM idempotency
                        WHERE party = ? AND route = ? AND key = ? AND created_at > ?""")) {
            bind(select, key);
            select.setTimestamp(4, Timestamp.from(now.minus(KEPT)));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new StoredAnswer(row.getBytes(1), row.getInt(2), row.getString(3), row.getBytes(4))
                        : null;
            }
        }
    }

    /** Stores the answer, over one that has outlived its 48 hours. */
    void store(AnswerKey key, StoredAnswer answer, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO idempotency (party, route, key, digest, status, location, body, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (party, route, key) DO UPDATE SET digest = excluded.digest,
                            status = excluded.status, location = excluded.location, body = excluded.body,
                            created_at = excluded.created_at""")) {
            bind(insert, key);
            insert.setBytes(4, answer.digest());
            insert.setInt(5, answer.status());
            insert.setString(6, answer.location());
            insert.setBytes(7, answer.body());
            insert.setTimestamp(8, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, AnswerKey key) throws SQLException {
        statement.setString(1, key.party());
        statement.setString(2, key.route());
        statement.setString(3, key.key());
    }
}
