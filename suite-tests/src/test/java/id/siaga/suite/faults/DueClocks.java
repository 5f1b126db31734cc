// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.Endpoints;
import id.siaga.localstack.client.Json;
import id.siaga.suite.OwnedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Orders that are overdue by all their clocks at once, and what their database says has become of them. */
final class DueClocks implements AutoCloseable {

    /** The desk's own, the platform's, and one that only a withdrawal starts: three of each order. */
    static final List<String> KINDS = List.of("act-target", "clarification-reply", "reinstate");

    static final List<Integer> MARKS = List.of(50, 80, 100);

    /** One that no other test orders anything from. */
    private static final String PLATFORM = "snackvideo";

    /** A mark of a clock of an order. */
    record Mark(String order, String clock, int percent) {}

    private final OwnedDatabase owner;
    private final Connection service;

    DueClocks(Endpoints.Database database) throws SQLException {
        owner = OwnedDatabase.open(database);
        // What sessions of the service do is shown to the service itself.
        service = DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** Lets all three marks of each clock be due, at once. */
    void release(int orders) throws SQLException {
        owner.connection().setAutoCommit(false);
        receive(orders);
        for (String kind : KINDS) {
            start(kind, "now() - interval '1 day'", 0, "now() - interval '36 hours'");
        }
        owner.connection().commit();
        owner.connection().setAutoCommit(true);
    }

    /** Lets the last mark of one clock of each come due, one after the other in that time. */
    void comeDue(int orders, Duration time) throws SQLException {
        owner.connection().setAutoCommit(false);
        receive(orders);
        String due = "now() + number * interval '%d milliseconds'".formatted(time.toMillis() / orders);
        start(KINDS.getFirst(), due, 80, due);
        owner.connection().commit();
        owner.connection().setAutoCommit(true);
    }

    /** Nobody was told of them; so they are of a day that no other test compares what services know of. */
    private void receive(int orders) throws SQLException {
        owner.execute(
                "create temporary table storm as select number, uuidv7(shift) as case_id, uuidv7(shift) as decision_id,"
                        + " uuidv7(shift) as order_id from generate_series(1, " + orders
                        + ") as number, (values (interval '-60 days')) as long_ago (shift)");
        owner.execute("""
                insert into case_file (id, status, progress, category, urgent, election, headline, opened_at,
                                       queued_as_of, sequence, version)
                select case_id, 'DECIDED', 'ORDERED', 'fraud', false, false, 'Storm', now(), now(), 1, 0 from storm""");
        owner.execute("""
                insert into decision (id, case_id, kind, status, reasons, terms, territorial_scope, flagged, proposed_by,
                                      proposed_by_party, proposed_at, approved_by, approved_by_party, approved_at, version)
                select decision_id, case_id, 'REFERRAL', 'APPROVED', 'Storm', 'Storm', '{}', false, 'one', 'posko', now(),
                       'two', 'bssn', now(), 0
                from storm""");
        owner.execute("""
                insert into orders (id, decision_id, case_id, platform, party, instrument, category, urgent, status,
                                    reasons, terms, appeal_code, territorial_scope, issued_at, serve_by, received_at, act_by,
                                    acknowledged_at, sequence, version)
                select order_id, decision_id, case_id, '%1$s', '%1$s', 'REFERRAL', 'fraud', false, 'ACKNOWLEDGED',
                       'Storm', 'Storm', order_id::text, '{}', now(), now(), now(), now(), now(), 1, 0
                from storm""".formatted(PLATFORM));
        owner.execute(
                "insert into record_head (case_id, seq, hash) select case_id, 0, decode(repeat('00', 32), 'hex') from storm");
    }

    private void start(String kind, String due, int fired, String next) throws SQLException {
        owner.execute("""
                insert into clock (id, kind, round, policy, after_wait, subject_id, order_id, case_id, state, started_at,
                                   counted_from, due_at, fired, next_fire_at)
                select uuidv7(), upper(replace('%1$s', '-', '_')), 0, '%1$s', 'RESUME', order_id, order_id, case_id, 'RUNNING',
                       now() - interval '2 days', now() - interval '2 days', %2$s, %3$d, %4$s
                from storm""".formatted(kind, due, fired, next));
    }

    List<String> orders() throws SQLException {
        return owner.texts("select order_id::text from storm");
    }

    List<String> cases() throws SQLException {
        return owner.texts("select case_id::text from storm");
    }

    long marksToFire() throws SQLException {
        return owner.number("""
                select coalesce(sum(case fired when 0 then 3 when 50 then 2 when 80 then 1 else 0 end), 0)
                from clock join storm using (order_id) where state = 'RUNNING'""");
    }

    long expired() throws SQLException {
        return owner.number(
                "select count(*) from clock join storm using (order_id) where state = 'EXPIRED' and fired = 100");
    }

    /** How late marks went on the record that came due by themselves, the latest last; in milliseconds. */
    List<Long> late() throws SQLException {
        return owner.texts("""
                        select (extract(epoch from r.at - c.due_at) * 1000)::bigint::text
                        from record r join storm using (case_id) join clock c using (order_id)
                        where r.act = 'clock-fired' and c.kind = 'ACT_TARGET' order by r.at - c.due_at""").stream().map(Long::valueOf).toList();
    }

    /** The clocks that somebody is firing right now. */
    long claimed() throws SQLException {
        String running = "from clock c join storm using (order_id) where c.state = 'RUNNING'";
        return owner.number("select count(*) " + running)
                - owner.number("with free as (select c.id " + running
                        + " for no key update of c skip locked) select count(*) from free");
    }

    /** Keeps every record of these cases from being appended to, until {@link #letAppend()}: who fires waits in the midst. */
    void holdRecords() throws SQLException {
        owner.connection().setAutoCommit(false);
        owner.execute(
                "select from record_head where case_id in (select case_id from storm) order by case_id for update");
    }

    void letAppend() throws SQLException {
        owner.connection().rollback();
        owner.connection().setAutoCommit(true);
    }

    /** Whether a session of that name has written something and waits for a lock. */
    boolean waitsInTheMidst(String session) throws SQLException {
        return sessions(session, "and wait_event_type = 'Lock' and backend_xid is not null") > 0;
    }

    long sessions(String name) throws SQLException {
        return sessions(name, "");
    }

    private long sessions(String name, String which) throws SQLException {
        try (PreparedStatement query = service.prepareStatement("select count(*) from pg_stat_activity"
                + " where datname = current_database() and application_name = ? " + which)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** What the records say was fired, each as often as they say it. */
    List<Mark> recorded() throws SQLException {
        List<Mark> marks = new ArrayList<>();
        for (String body : owner.texts("select convert_from(body, 'UTF8') from record join storm using (case_id)"
                + " where act = 'clock-fired'")) {
            JsonNode facts = Json.parseLeniently(body.getBytes(UTF_8));
            marks.add(new Mark(
                    facts.path("order").asText(),
                    facts.path("clock").asText(),
                    facts.path("percent").asInt()));
        }
        return marks;
    }

    /** Whether no event of an order waits for the broker any more. */
    boolean published() throws SQLException {
        return owner.number("select count(*) from outbox where topic = 'triage.order.v1'") == 0;
    }

    @Override
    public void close() throws SQLException {
        owner.close();
        service.close();
    }
}
