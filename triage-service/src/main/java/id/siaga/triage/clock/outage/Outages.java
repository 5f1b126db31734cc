// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import id.siaga.messaging.Uuid7;
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

/** The outages that are known. */
@ApplicationScoped
class Outages {

    private static final String OUTAGES =
            "select id, affects, began_at, ended_at, what, reason, recorded_at, recorded_by, recorded_by_party, applied_at from outage";

    private final Sql sql;

    Outages(Sql sql) {
        this.sql = sql;
    }

    UUID add(Affects affects, Instant from, Instant to, String what, String reason, Actor by, Instant at) {
        UUID id = Uuid7.at(at);
        sql.update("""
                insert into outage (id, affects, began_at, ended_at, what, reason, recorded_at, recorded_by,
                                    recorded_by_party)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", id, affects, from, to, what, reason, at, by.key(), by.party());
        return id;
    }

    /** The first that is yet to be applied, unless another replica is about it. */
    Optional<Outage> claimPending() {
        return sql
                .list(
                        OUTAGES + " where applied_at is null order by began_at, id limit 1"
                                + " for no key update skip locked",
                        Outages::outage)
                .stream()
                .findFirst();
    }

    void applied(UUID id, Instant at) {
        sql.update("update outage set applied_at = ? where id = ?", at, id);
    }

    /** Those that ended after a time, in the order in which they were. */
    List<Outage> endingAfter(Instant time) {
        return sql.list(OUTAGES + " where ended_at > ? order by began_at, id", Outages::outage, time);
    }

    Optional<Outage> find(UUID id) {
        return sql.list(OUTAGES + " where id = ?", Outages::outage, id).stream().findFirst();
    }

    /** The latest first. */
    List<Outage> page(@Nullable Instant endedAt, @Nullable UUID id, int most) {
        return sql.list(OUTAGES + """
                 where ?::timestamptz is null or (ended_at, id) < (?, ?)
                order by ended_at desc, id desc limit ?""", Outages::outage, endedAt, endedAt, id, most);
    }

    private static Outage outage(ResultSet row) throws SQLException {
        return new Outage(
                Sql.id(row, "id"),
                Affects.valueOf(row.getString("affects")),
                Sql.time(row, "began_at"),
                Sql.time(row, "ended_at"),
                row.getString("what"),
                row.getString("reason"),
                Sql.time(row, "recorded_at"),
                Actor.shown(row.getString("recorded_by_party"), row.getString("recorded_by")),
                Sql.timeOrNull(row, "applied_at"));
    }
}
