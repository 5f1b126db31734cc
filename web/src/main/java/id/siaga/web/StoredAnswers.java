// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The table {@code idempotency}; plain JDBC on the transaction's connection, since every creating request pays it. */
@ApplicationScoped
class StoredAnswers {

    static final Duration KEPT = Duration.ofDays(2);

    /** How long a transaction that many requests share waits for any lock. */
    static final Duration SHORT_WAIT = Duration.ofMillis(25);

    /** An answer and the key under which it is kept. */
    record Row(AnswerKey key, StoredAnswer answer) {}

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String FIND = """
            SELECT digest, status, location, body FROM idempotency
            WHERE party = ? AND route = ? AND key = ? AND created_at > ?""";

    private static final String TRY_LOCKS = """
            SELECT place FROM (
                SELECT place, pg_try_advisory_xact_lock(hashtextextended(name, 0)) AS free,
                    set_config('lock_timeout', ?, true)
                FROM unnest(?) WITH ORDINALITY AS wanted(name, place)) AS tried
            WHERE free""";
    // A look-up for each key: as a join it is planned for more keys than there ever are, and reads the whole table.
    private static final String FIND_PLACES = """
            SELECT place FROM unnest(?, ?, ?) WITH ORDINALITY AS wanted(party, route, key, place)
            WHERE EXISTS (SELECT FROM idempotency AS stored WHERE stored.party = wanted.party
                AND stored.route = wanted.route AND stored.key = wanted.key AND stored.created_at > ? OFFSET 0)""";

    private final AgroalDataSource database;

    StoredAnswers(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The answer that this key was given, after having waited until no rival holds the key. An advisory lock and not a
     * row: the row is written once, with its answer, and the reader's snapshot is taken when the lock is held.
     *
     * <p>Hardly ever is there a rival, so the lock is tried first, on one way to the database and back with the question
     * for the answer; a wait with a limit takes four.
     */
    @Nullable
    StoredAnswer lockAndFind(AnswerKey key, Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement tryAndFind = connection.prepareStatement(TRY_LOCK + ";" + FIND)) {
                tryAndFind.setString(1, lockName(key));
                bind(tryAndFind, 2, key);
                tryAndFind.setTimestamp(5, Timestamp.from(now.minus(KEPT)));
                tryAndFind.execute();
                if (isTrue(tryAndFind.getResultSet())) {
                    tryAndFind.getMoreResults();
                    return answer(tryAndFind.getResultSet());
                }
            }
            awaitLock(connection, key);
            return find(connection, key, now);
        }
    }

    private static void awaitLock(Connection connection, AnswerKey key) throws SQLException {
        try (Statement limit = connection.createStatement();
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            limit.execute("SET LOCAL lock_timeout = '5s'");
            lock.setString(1, lockName(key));
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
    private static StoredAnswer find(Connection connection, AnswerKey key, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            bind(select, 1, key);
            select.setTimestamp(4, Timestamp.from(now.minus(KEPT)));
            return answer(select.executeQuery());
        }
    }

    private static boolean isTrue(ResultSet result) throws SQLException {
        try (result) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Nullable
    private static StoredAnswer answer(ResultSet result) throws SQLException {
        try (result) {
            return result.next()
                    ? new StoredAnswer(result.getBytes(1), result.getInt(2), result.getString(3), result.getBytes(4))
                    : null;
        }
    }

    private static String lockName(AnswerKey key) {
        return String.join("\n", key.party(), key.route(), key.key());
    }

    /**
     * The places of those keys that have no answer, that no rival holds and that are not there twice: they are locked from
     * now on. No lock is waited for, since others would have to wait with it.
     */
    List<Integer> lockUnanswered(List<AnswerKey> keys, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement tryAndFind = connection.prepareStatement(TRY_LOCKS + ";" + FIND_PLACES)) {
            tryAndFind.setString(1, SHORT_WAIT.toMillis() + "ms");
            tryAndFind.setArray(2, texts(connection, keys, StoredAnswers::lockName));
            tryAndFind.setArray(3, texts(connection, keys, AnswerKey::party));
            tryAndFind.setArray(4, texts(connection, keys, AnswerKey::route));
            tryAndFind.setArray(5, texts(connection, keys, AnswerKey::key));
            tryAndFind.setTimestamp(6, Timestamp.from(now.minus(KEPT)));
            tryAndFind.execute();
            BitSet free = places(tryAndFind.getResultSet());
            tryAndFind.getMoreResults();
            free.andNot(places(tryAndFind.getResultSet()));
            Set<AnswerKey> seen = new HashSet<>();
            return IntStream.range(0, keys.size())
                    .filter(place -> seen.add(keys.get(place)) && free.get(place))
                    .boxed()
                    .toList();
        }
    }

    private static Array texts(Connection connection, List<AnswerKey> keys, Function<AnswerKey, String> part)
            throws SQLException {
        return connection.createArrayOf("text", keys.stream().map(part).toArray());
    }

    private static BitSet places(ResultSet result) throws SQLException {
        BitSet places = new BitSet();
        try (result) {
            while (result.next()) {
                places.set(result.getInt(1) - 1);
            }
        }
        return places;
    }

    /** Stores answers, over those that have outlived their 48 hours. */
    void store(List<Row> rows, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO idempotency (party, route, key, digest, status, location, body, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (party, route, key) DO UPDATE SET digest = excluded.digest,
                            status = excluded.status, location = excluded.location, body = excluded.body,
                            created_at = excluded.created_at""")) {
            for (Row row : rows) {
                bind(insert, 1, row.key());
                insert.setBytes(4, row.answer().digest());
                insert.setInt(5, row.answer().status());
                insert.setString(6, row.answer().location());
                insert.setBytes(7, row.answer().body());
                insert.setTimestamp(8, Timestamp.from(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, int first, AnswerKey key) throws SQLException {
        statement.setString(first, key.party());
        statement.setString(first + 1, key.route());
        statement.setString(first + 2, key.key());
    }
}
