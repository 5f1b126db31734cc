// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.clocks;

import id.siaga.localstack.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** triage's database, seen by its owner: orders with clocks, and the same tables once more for a loop of our own. */
final class ClockDatabase implements AutoCloseable {

    static final String SCRATCH = "benchmark";

    /** The relay's own lock class and number of shards: whoever holds these is the only relay. */
    private static final int LOCK_CLASS = 0x51A6A;

    private static final int SHARDS = 2;
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Endpoints.Database database;
    private final Connection connection;

    private ClockDatabase(Endpoints.Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    static ClockDatabase of(Endpoints.Database database) throws SQLException {
        return new ClockDatabase(
                database, DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword()));
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(
                database.url() + "?currentSchema=" + SCRATCH + ",public", database.owner(), database.ownerPassword());
    }

    /** Orders with a case each, a clock each that is to be fired, and as many more clocks as are to be pending for days. */
    void fill(int orders, int pending) throws SQLException {
        execute("drop schema if exists " + SCRATCH + " cascade");
        execute("create schema " + SCRATCH);
        execute("create table benchmark.subject as select n, uuidv7() as case_id, uuidv7() as decision_id,"
                + " uuidv7() as order_id, uuidv7() as clock_id from generate_series(1, " + orders + ") as n");
        execute("create unique index on benchmark.subject (n)");
        execute("""
                insert into case_file (id, status, progress, category, urgent, election, headline, opened_at,
                                       queued_as_of, sequence, version)
                select case_id, 'DECIDED', 'ORDERED', 'fraud', false, false, 'Benchmark', now(), now(), 1, 0
                from benchmark.subject""");
        execute("""
                insert into decision (id, case_id, kind, status, reasons, terms, territorial_scope, flagged, proposed_by,
                                      proposed_by_party, proposed_at, approved_by, approved_by_party, approved_at, version)
                select decision_id, case_id, 'REFERRAL', 'APPROVED', 'Benchmark', 'Benchmark', '{}', false, 'one', 'posko', now(),
                       'two', 'bssn', now(), 0
                from benchmark.subject""");
        execute("""
                insert into orders (id, decision_id, case_id, platform, party, instrument, category, urgent, status,
                                    reasons, terms, appeal_code, territorial_scope, issued_at, serve_by, received_at, act_by,
                                    acknowledged_at, sequence, version)
                select order_id, decision_id, case_id, 'youtube', 'google', 'REFERRAL', 'fraud', false, 'ACKNOWLEDGED',
                       'Benchmark', 'Benchmark', order_id::text, '{}', now(), now(), now(), now(), now(), 1, 0
                from benchmark.subject""");
        execute("insert into record_head (case_id, seq, hash) select case_id, 0, decode(repeat('00', 32), 'hex')"
                + " from benchmark.subject");
        String columns = """
                insert into clock (id, kind, round, policy, after_wait, subject_id, order_id, case_id, state, started_at,
                                   counted_from, due_at, fired, next_fire_at)
                """;
        execute(columns + """
                select clock_id, 'ACT_TARGET', 0, 'act-target', 'RESUME', order_id, order_id, case_id, 'STOPPED', now(),
                       now(), now() + interval '30 days', 0, now() + interval '15 days'
                from benchmark.subject""");
        execute(columns + """
                select uuidv7(), 'CLARIFICATION_REPLY', r, 'clarification-reply', 'RESUME', order_id, order_id, case_id,
                       'RUNNING', now(), now(), now() + interval '60 days', 0,
                       now() + interval '30 days' + random() * interval '10 days'
                from benchmark.subject, generate_series(1, %d) as r""".formatted(pending / orders));
        execute("analyze");
    }

    /** What one firing by the service writes, read while nobody can publish it. */
    FiredRow fireOne() throws SQLException, InterruptedException {
        for (int shard = 0; shard < SHARDS; shard++) {
            execute("select pg_advisory_lock(%d, %d)".formatted(LOCK_CLASS, shard));
        }
        release("public", 1);
        while (anyDue()) {
            Thread.sleep(GLANCE);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select r.body, o.value, o.headers from record r, outbox o limit 1")) {
            row.next();
            return new FiredRow(row.getBytes(1), row.getBytes(2), row.getBytes(3));
        } finally {
            execute("select pg_advisory_unlock_all()");
        }
    }

    /** The tables that firing writes to, once more with all that is in them, indexes included. */
    void copy() throws SQLException {
        for (String table : new String[] {"orders", "clock", "record_head", "record", "stream_event", "outbox"}) {
            execute("create table benchmark.%1$s (like public.%1$s including all)".formatted(table));
            if (Set.of("orders", "clock", "record_head").contains(table)) {
                execute("insert into benchmark.%1$s select * from public.%1$s".formatted(table));
            }
        }
        execute("alter table benchmark.record add foreign key (case_id) references public.case_file");
        execute("analyze");
    }

    /** Lets the first clocks be due now: each is to be fired once. Schema by schema. */
    void release(String schema, int count) throws SQLException {
        execute("""
                update %s.clock set state = 'RUNNING', fired = 0, next_fire_at = clock_timestamp()
                where id in (select clock_id from benchmark.subject where n <= %d)""".formatted(schema, count));
    }

    /** Lets the first clocks be due one after the other within a second from then on. */
    Map<UUID, Instant> release(int count, Instant from) throws SQLException {
        Map<UUID, Instant> planned = new HashMap<>();
        try (PreparedStatement update = connection.prepareStatement("""
                update public.clock c set state = 'RUNNING', fired = 0,
                       next_fire_at = ?::timestamptz + (s.n * 1000.0 / ?) * interval '1 millisecond'
                from benchmark.subject s where s.clock_id = c.id and s.n <= ? returning c.id, c.next_fire_at""")) {
            update.setTimestamp(1, Timestamp.from(from));
            update.setInt(2, count);
            update.setInt(3, count);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    planned.put(
                            row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
                }
            }
        }
        return planned;
    }

    /**
     * Whether any clock that is due is not yet fired. Asked as the service asks, by the index of what is due next: counting
     * them reads a million rows, and took more of the processors than firing did.
     */
    boolean anyDue() throws SQLException {
        return truth("select exists (select from clock where state = 'RUNNING' and order_id is not null"
                + " and next_fire_at <= now())");
    }

    long pending() throws SQLException {
        return number("select count(*) from clock where state = 'RUNNING' and next_fire_at > now()");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean truth(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getBoolean(1);
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
