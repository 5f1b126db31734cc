// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.election;

import id.siaga.sql.Sql;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Election windows with all that they ever were: what holds is the last version. */
@ApplicationScoped
class WindowTable {

    private static final String COLUMNS = """
            select v.id, v.version, v.stage, v.region, v.starts_at, v.ends_at, v.quiet_from, v.quiet_to, v.changed_at,
                   v.changed_by, v.changed_by_party, v.reason
            from election_window_version v""";

    private static final String CURRENT = COLUMNS + " join election_window w on w.id = v.id and w.version = v.version ";

    private final Sql sql;

    WindowTable(Sql sql) {
        this.sql = sql;
    }

    List<ElectionWindow> between(Instant from, Instant to) {
        return sql.list(
                CURRENT + "where w.starts_at <= ? and w.ends_at > ? order by w.starts_at, w.id",
                WindowTable::window,
                to,
                from);
    }

    /** The latest first. */
    List<ElectionWindow> page(@Nullable Instant startsAt, @Nullable UUID id, int most) {
        return sql.list(
                CURRENT + "where ?::timestamptz is null or (w.starts_at, w.id) < (?, ?)"
                        + " order by w.starts_at desc, w.id desc limit ?",
                WindowTable::window,
                startsAt,
                startsAt,
                id,
                most);
    }

    Optional<ElectionWindow> find(UUID id) {
        return sql.list(CURRENT + "where w.id = ?", WindowTable::window, id).stream()
                .findFirst();
    }

    /** The window under its row lock. */
    Optional<ElectionWindow> lock(UUID id) {
        sql.list("select 1 from election_window where id = ? for no key update", row -> true, id);
        return find(id);
    }

    /** What it was, the latest first. */
    List<ElectionWindow> history(UUID id, @Nullable Long before, int most) {
        return sql.list(
                COLUMNS + " where v.id = ? and (?::bigint is null or v.version < ?) order by v.version desc limit ?",
                WindowTable::window,
                id,
                before,
                before,
                most);
    }

    void store(UUID id, long version, ElectionWindowRequest request, Actor by, Instant at) {
        sql.update("""
                insert into election_window (id, version, starts_at, ends_at) values (?, ?, ?, ?)
                on conflict (id) do update
                set version = excluded.version, starts_at = excluded.starts_at, ends_at = excluded.ends_at""", id, version, request.from(), request.to());
        sql.update(
                """
                insert into election_window_version (id, version, stage, region, starts_at, ends_at, quiet_from,
                                                     quiet_to, changed_at, changed_by, changed_by_party, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                version,
                request.stage(),
                request.region(),
                request.from(),
                request.to(),
                request.quietFrom(),
                request.quietTo(),
                at,
                by.key(),
                by.party(),
                request.reason());
    }

    private static ElectionWindow window(ResultSet row) throws SQLException {
        return new ElectionWindow(
                Sql.id(row, "id"),
                row.getLong("version"),
                row.getString("stage"),
                row.getString("region"),
                Sql.time(row, "starts_at"),
                Sql.time(row, "ends_at"),
                Sql.timeOrNull(row, "quiet_from"),
                Sql.timeOrNull(row, "quiet_to"),
                Sql.time(row, "changed_at"),
                Actor.shown(row.getString("changed_by_party"), row.getString("changed_by")),
                row.getString("reason"));
    }
}
