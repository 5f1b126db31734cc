// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Policies with all that they ever were: what holds is the last version. */
@ApplicationScoped
class PolicyTable {

    private static final String COLUMNS = """
            select v.code, v.version, v.kind, v.instrument, v.category, v.law, v.platform, v.urgent, v.limit_seconds,
                   v.after_wait, v.source, v.changed_at, v.changed_by, v.changed_by_party, v.reason
            from clock_policy_version v""";

    private final Sql sql;

    PolicyTable(Sql sql) {
        this.sql = sql;
    }

    /** One operator at a time: whether a limit is left for everything depends on all of them. */
    void alone() {
        sql.list("select pg_advisory_xact_lock(hashtextextended('siaga.clock-policy', 0))", row -> true);
    }

    List<ClockPolicyView> page(@Nullable String after, int most) {
        return sql.list(COLUMNS + """
                 join clock_policy p on p.code = v.code and p.version = v.version
                where ?::text is null or v.code > ? order by v.code limit ?""", PolicyTable::view, after, after, most);
    }

    Optional<ClockPolicyView> find(String code) {
        return sql
                .list(
                        COLUMNS + " join clock_policy p on p.code = v.code and p.version = v.version where v.code = ?",
                        PolicyTable::view,
                        code)
                .stream()
                .findFirst();
    }

    /** What it was, the latest first. */
    List<ClockPolicyView> history(String code, @Nullable Long before, int most) {
        return sql.list(
                COLUMNS + " where v.code = ? and (?::bigint is null or v.version < ?) order by v.version desc limit ?",
                PolicyTable::view,
                code,
                before,
                before,
                most);
    }

    /** Whether another one has the same conditions. */
    boolean taken(String code, ClockPolicyRequest request) {
        return !sql.list(
                        """
                        select 1 from clock_policy where code <> ? and kind = ?
                          and (instrument, category, law, platform, urgent::text)
                              is not distinct from (?::text, ?::text, ?::text, ?::text, ?::boolean::text) limit 1""",
                        row -> true,
                        code,
                        request.kind(),
                        request.instrument(),
                        request.category(),
                        request.law(),
                        request.platform(),
                        request.urgent())
                .isEmpty();
    }

    void store(String code, long version, ClockPolicyRequest request, Actor by, Instant at) {
        sql.update(
                """
                insert into clock_policy (code, version, kind, instrument, category, law, platform, urgent,
                                          limit_seconds, after_wait, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update
                set version = excluded.version, instrument = excluded.instrument, category = excluded.category,
                    law = excluded.law, platform = excluded.platform, urgent = excluded.urgent,
                    limit_seconds = excluded.limit_seconds, after_wait = excluded.after_wait,
                    source = excluded.source""",
                code,
                version,
                request.kind(),
                request.instrument(),
                request.category(),
                request.law(),
                request.platform(),
                request.urgent(),
                request.limitSeconds(),
                request.afterWait(),
                request.source());
        sql.update("""
                insert into clock_policy_version (code, version, kind, instrument, category, law, platform, urgent,
                                                  limit_seconds, after_wait, source, changed_at, changed_by,
                                                  changed_by_party, reason)
                select code, version, kind, instrument, category, law, platform, urgent, limit_seconds, after_wait,
                       source, ?, ?, ?, ?
                from clock_policy where code = ?""", at, by.key(), by.party(), request.reason(), code);
    }

    private static ClockPolicyView view(ResultSet row) throws SQLException {
        return new ClockPolicyView(
                row.getString("code"),
                row.getLong("version"),
                ClockKind.valueOf(row.getString("kind")),
                row.getString("instrument"),
                row.getString("category"),
                row.getString("law"),
                row.getString("platform"),
                row.getObject("urgent", Boolean.class),
                row.getInt("limit_seconds"),
                AfterWait.valueOf(row.getString("after_wait")),
                row.getString("source"),
                Sql.time(row, "changed_at"),
                Actor.shown(row.getString("changed_by_party"), row.getString("changed_by")),
                row.getString("reason"));
    }
}
