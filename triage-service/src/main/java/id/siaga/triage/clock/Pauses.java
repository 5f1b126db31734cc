// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.policy.AfterWait;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Lets the clocks that a platform acts by wait, and go on; under the lock of their order, which whoever fires clocks
 * takes with them. Nothing fires meanwhile: only a clock that runs is claimed.
 */
@ApplicationScoped
public class Pauses {

    private static final String[] WAITING = Arrays.stream(ClockKind.values())
            .filter(ClockKind::ofPlatform)
            .map(ClockKind::name)
            .toArray(String[]::new);

    private final Sql sql;

    Pauses(Sql sql) {
        this.sql = sql;
    }

    private record Paused(
            UUID clockId,
            ClockKind kind,
            Instant countedFrom,
            Instant dueAt,
            int fired,
            Instant since,
            AfterWait afterWait) {}

    /** What ran waits from now on; a clock whose time is over does not, and is announced as it would have been. */
    public void begin(UUID orderId, Instant at) {
        sql.update("""
                with waiting as (
                    update clock set state = 'WAITING'
                    where subject_id = ? and kind = any (?) and state = 'RUNNING' and due_at > ?
                    returning id)
                insert into clock_pause (clock_id, started_at) select id, ? from waiting""", orderId, WAITING, at, at);
    }

    /** What waited goes on as its policy says; marks that were fired stay fired. Returns when each is due now. */
    public Map<ClockKind, Instant> end(UUID orderId, Instant at) {
        Map<ClockKind, Instant> due = new EnumMap<>(ClockKind.class);
        waiting(orderId).forEach(clock -> due.put(clock.kind, goOn(clock, at)));
        return due;
    }

    private List<Paused> waiting(UUID orderId) {
        return sql.list(
                """
                select c.id, c.kind, c.counted_from, c.due_at, c.fired, p.started_at as since, c.after_wait
                from clock c
                join clock_pause p on p.clock_id = c.id and p.ended_at is null
                where c.subject_id = ? and c.state = 'WAITING'""",
                row -> new Paused(
                        Sql.id(row, "id"),
                        ClockKind.valueOf(row.getString("kind")),
                        Sql.time(row, "counted_from"),
                        Sql.time(row, "due_at"),
                        row.getInt("fired"),
                        Sql.time(row, "since"),
                        AfterWait.valueOf(row.getString("after_wait"))),
                orderId);
    }

    private Instant goOn(Paused clock, Instant at) {
        // Whoever waited for the lock may have read the time before the one who held it.
        Instant until = at.isBefore(clock.since) ? clock.since : at;
        Instant from = clock.afterWait.countedFrom(clock.countedFrom, clock.since, until);
        Instant due = from.plus(Duration.between(clock.countedFrom, clock.dueAt));
        sql.update(
                "update clock set state = 'RUNNING', counted_from = ?, due_at = ?, next_fire_at = ? where id = ?",
                from,
                due,
                Firing.at(from, due, Firing.after(clock.fired)),
                clock.clockId);
        sql.update(
                "update clock_pause set ended_at = ?, ending = ? where clock_id = ? and ended_at is null",
                until,
                clock.afterWait,
                clock.clockId);
        return due;
    }
}
