// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.roster;

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

/** The rows of shift, in the current transaction. */
@ApplicationScoped
class Shifts {

    private static final String SHIFTS = "select id, person, party, started_at, until, ended_at, note from shift";

    private final Sql sql;

    Shifts(Sql sql) {
        this.sql = sql;
    }

    /** Begins a shift, unless its person has one that was not handed over; returns whether it began. */
    boolean begin(Shift shift) {
        return sql.update(
                        """
                        insert into shift (id, person, party, started_at, until) values (?, ?, ?, ?, ?)
                        on conflict (person) where ended_at is null do nothing""", shift.id(), shift.person().key(), shift.person().party(), shift.startedAt(), shift.until())
                == 1;
    }

    Optional<Shift> lock(UUID id) {
        return sql.list(SHIFTS + " where id = ? for update", Shifts::shift, id).stream()
                .findFirst();
    }

    /** The shift that a person has not handed over yet. */
    Optional<Shift> lockOpen(Actor person) {
        return sql
                .list(SHIFTS + " where person = ? and ended_at is null for update", Shifts::shift, person.key())
                .stream()
                .findFirst();
    }

    void prolong(UUID id, Instant until) {
        sql.update("update shift set until = ? where id = ?", until, id);
    }

    void end(UUID id, @Nullable String note, Instant at) {
        sql.update("update shift set ended_at = ?, note = ? where id = ?", at, note, id);
    }

    List<Shift> onDuty(Instant now) {
        return sql.list(SHIFTS + " where ended_at is null and until > ? order by started_at, id", Shifts::shift, now);
    }

    /** The latest first. */
    List<Shift> page(@Nullable Instant startedAt, @Nullable UUID id, int most) {
        return sql.list(SHIFTS + """
                 where ?::timestamptz is null or (started_at, id) < (?, ?)
                order by started_at desc, id desc limit ?""", Shifts::shift, startedAt, startedAt, id, most);
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                Sql.id(row, "id"),
                new Actor(row.getString("person"), row.getString("party")),
                Sql.time(row, "started_at"),
                Sql.time(row, "until"),
                Sql.timeOrNull(row, "ended_at"),
                row.getString("note"));
    }
}
