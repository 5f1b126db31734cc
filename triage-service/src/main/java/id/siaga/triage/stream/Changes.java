// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.stream;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Changes of the last hour, appended in the transactions that make them. */
@ApplicationScoped
public class Changes {

    private final Sql sql;

    Changes(Sql sql) {
        this.sql = sql;
    }

    /** In the caller's transaction: told if and only if it commits. */
    public void append(List<Change> changes) {
        sql.batch(
                "insert into stream_event (kind, case_id, order_id, status, clock, percent, due_at, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                changes.stream()
                        .map(change -> Sql.row(
                                change.kind(),
                                change.caseId(),
                                change.orderId(),
                                change.status(),
                                change.clock(),
                                change.percent(),
                                change.dueAt(),
                                change.at()))
                        .toList());
    }

    /** Before all that is yet to commit: whoever reads on from here misses nothing. */
    Position now() {
        return sql.list(
                        "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
                        row -> new Position(row.getLong(1), 0))
                .getFirst();
    }

    /**
     * What follows a place, as far as every transaction that began before has ended: what is still to commit comes later,
     * and never earlier than what was read.
     */
    List<Placed> after(Position place, int limit) {
        return sql.list("""
                select xid::text::bigint as transaction, seq, kind, case_id, order_id, status, clock, percent, due_at, at
                from stream_event
                where (xid, seq) > (?::text::xid8, ?) and xid < pg_snapshot_xmin(pg_current_snapshot())
                order by xid, seq limit ?""", Changes::read, Long.toString(place.xid()), place.seq(), limit);
    }

    /** Whether the place can have been handed out: a database that was restored is behind of what it told before. */
    boolean reached(Position place) {
        return sql.list(
                        "select ?::text::xid8 <= pg_snapshot_xmax(pg_current_snapshot())",
                        row -> row.getBoolean(1),
                        Long.toString(place.xid()))
                .getFirst();
    }

    /** Up to where changes are deleted. */
    Position floor() {
        return sql.list(
                        "select xid::text::bigint, seq from stream_floor",
                        row -> new Position(row.getLong(1), row.getLong(2)))
                .getFirst();
    }

    /** Deletes what is older, some at a time; returns how many. */
    int forget(Instant before, int limit) {
        return sql.list("""
                        with gone as (
                            delete from stream_event where (xid, seq) in (
                                select xid, seq from stream_event where at < ?
                                order by xid, seq limit ? for update skip locked)
                            returning xid, seq),
                        last as (select xid, seq from gone order by xid desc, seq desc limit 1),
                        floored as (
                            update stream_floor f set xid = last.xid, seq = last.seq from last
                            where (f.xid, f.seq) < (last.xid, last.seq))
                        select count(*) from gone""", row -> row.getInt(1), before, limit).getFirst();
    }

    private static Placed read(ResultSet row) throws SQLException {
        return new Placed(
                new Position(row.getLong("transaction"), row.getLong("seq")),
                new Change(
                        row.getString("kind"),
                        row.getObject("case_id", UUID.class),
                        row.getObject("order_id", UUID.class),
                        row.getString("status"),
                        row.getString("clock"),
                        row.getObject("percent", Integer.class),
                        Sql.timeOrNull(row, "due_at"),
                        Sql.time(row, "at")));
    }
}
