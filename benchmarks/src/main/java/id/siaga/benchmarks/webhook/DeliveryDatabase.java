// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import id.siaga.localstack.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** notification's database, seen by its owner, who queues deliveries and sees what becomes of them. */
final class DeliveryDatabase implements AutoCloseable {

    /** The type of what is queued: news of cases, which go to many. */
    static final String TYPE = "id.siaga.case.opened.v1";

    private final Connection connection;

    private DeliveryDatabase(Connection connection) {
        this.connection = connection;
    }

    static DeliveryDatabase of(Endpoints.Database database) throws SQLException {
        return new DeliveryDatabase(
                DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword()));
    }

    /** Has the endpoints at hand, by their numbers from 0 on, and the bytes of every event. */
    void prepare(List<Registered.Endpoint> endpoints, byte[] body) throws SQLException {
        execute("drop schema if exists benchmark cascade");
        execute("create schema benchmark");
        execute("create table benchmark.endpoint (n integer primary key, id uuid, party text)");
        execute("create table benchmark.body (bytes bytea)");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into benchmark.endpoint values (?, ?, ?)")) {
            for (int i = 0; i < endpoints.size(); i++) {
                insert.setInt(1, i);
                insert.setObject(2, endpoints.get(i).id());
                insert.setString(3, endpoints.get(i).party());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into benchmark.body values (?)")) {
            insert.setBytes(1, body);
            insert.executeUpdate();
        }
    }

    /**
     * Queues events, each of a subject of its own, for every endpoint; committed at once, as fan-out does it.
     *
     * @param due when they are due, as an expression of PostgreSQL
     */
    void queue(int events, String due) throws SQLException {
        connection.setAutoCommit(false);
        execute("create temporary table made on commit drop as"
                + " select uuidv7() as event_id, 'benchmark-' || uuidv7() as subject from generate_series(1, %d)"
                        .formatted(events));
        execute("""
                insert into event (id, type, subject, correlation_id, body, taken_at)
                select event_id, '%s', subject, subject, bytes, now() from made, benchmark.body""".formatted(TYPE));
        execute("""
                insert into delivery (id, endpoint_id, party, event_id, event_type, subject, sequence, status, created_at)
                select uuidv7(), e.id, e.party, m.event_id, '%s', m.subject, 1, 'PENDING', now()
                from made m, benchmark.endpoint e""".formatted(TYPE));
        execute("""
                insert into lane (endpoint_id, subject, priority, due_at)
                select e.id, m.subject, 1, %s from made m, benchmark.endpoint e""".formatted(due));
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Whatever waits for later is due now. */
    void releaseAll() throws SQLException {
        execute("update lane set due_at = now() where lease is null");
    }

    /** What autovacuum does in time, and might otherwise do in the midst of what is measured. */
    void tidy() throws SQLException {
        for (String table : List.of("event", "delivery", "lane")) {
            execute("vacuum analyze " + table);
        }
    }

    /** Whether anything waits for any endpoint. A lane ends in the transaction that logs its last outcome. */
    boolean anyLane() throws SQLException {
        return number("select count(*) from (select from lane limit 1)") > 0;
    }

    /** How many attempts are in the log that were confirmed, of what has a delivery that is finished. */
    long logged() throws SQLException {
        return number("select count(*) from attempt a join delivery d on d.id = a.delivery_id"
                + " where a.status = 'SUCCEEDED' and d.status = 'SUCCEEDED'");
    }

    /** Milliseconds between the beginning of an attempt and its confirmation, of attempts made since, at some share. */
    double attemptMillis(UUID since, double share) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select 1000 * percentile_disc(?) within group (order by extract(epoch from d.finished_at - a.started_at))
                from attempt a join delivery d on d.id = a.delivery_id where a.id > ? and a.status = 'SUCCEEDED'""")) {
            query.setDouble(1, share);
            query.setObject(2, since);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    /** A moment, as ids know it. */
    UUID now() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select uuidv7()")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
