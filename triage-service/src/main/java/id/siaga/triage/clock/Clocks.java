// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import id.siaga.triage.clock.outage.Extensions;
import id.siaga.triage.clock.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts and stops clocks, in the transaction of what starts and stops them. */
@ApplicationScoped
public class Clocks {

    private final Sql sql;
    private final Policies policies;
    private final Extensions extensions;

    Clocks(Sql sql, Policies policies, Extensions extensions) {
        this.sql = sql;
        this.policies = policies;
        this.extensions = extensions;
    }

    /** When this would be due; empty when no policy sets such a limit. */
    public Optional<Instant> due(ClockKind kind, ClockSubject subject, Instant start) {
        return policies.choose(kind, subject).map(policy -> start.plus(policy.limit()));
    }

    /** Starts the clock, or moves it when its start is now known to have been another; what has fired stays fired. */
    public Optional<Instant> start(ClockKind kind, ClockSubject subject, Instant start) {
        return start(kind, 0, subject, start);
    }

    /**
     * Starts one of several clocks of a kind.
     *
     * @param round which of them
     */
    public Optional<Instant> start(ClockKind kind, int round, ClockSubject subject, Instant start) {
        return policies.choose(kind, subject).map(policy -> {
            Instant due = start.plus(policy.limit());
            int started = sql.update(
                    """
                    insert into clock (id, kind, round, policy, after_wait, subject_id, order_id, case_id, state, started_at,
                                       counted_from, due_at, fired, next_fire_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, 0, ?)
                    on conflict (subject_id, kind, round) do nothing""",
                    Uuid7.at(start),
                    kind,
                    round,
                    policy.code(),
                    policy.afterWait(),
                    subject.id(),
                    kind.ofOrder() ? subject.id() : null,
                    subject.caseId(),
                    start,
                    start,
                    due,
                    Firing.at(start, due, Firing.after(0)));
            Instant moved = started == 1 ? due : move(kind, round, subject.id(), start);
            return extensions.catchUp(kind, List.of(subject.id()), start) ? due(kind, round, subject.id()) : moved;
        });
    }

    private Instant due(ClockKind kind, int round, UUID subjectId) {
        return sql.list(
                        "select due_at from clock where subject_id = ? and kind = ? and round = ?",
                        row -> Sql.time(row, "due_at"),
                        subjectId,
                        kind,
                        round)
                .getFirst();
    }

    private record Times(Instant startedAt, Instant countedFrom, Instant dueAt, Instant nextFireAt, boolean anew) {}

    /** Moves the marks with the start, so that what it has waited stays waited; a wait that restarted it hides the start. */
    private Instant move(ClockKind kind, int round, UUID subjectId, Instant start) {
        Times times = sql.list(
                        """
                        select started_at, counted_from, due_at, next_fire_at,
                               exists (select from clock_pause p where p.clock_id = c.id and p.ending = 'RESTART') as anew
                        from clock c where subject_id = ? and kind = ? and round = ?""",
                        row -> new Times(
                                Sql.time(row, "started_at"),
                                Sql.time(row, "counted_from"),
                                Sql.time(row, "due_at"),
                                Sql.time(row, "next_fire_at"),
                                row.getBoolean("anew")),
                        subjectId,
                        kind,
                        round)
                .getFirst();
        Duration by = times.anew ? Duration.ZERO : Duration.between(times.startedAt, start);
        Instant due = times.dueAt.plus(by);
        sql.update(
                "update clock set started_at = ?, counted_from = ?, due_at = ?, next_fire_at = ?"
                        + " where subject_id = ? and kind = ? and round = ?",
                start,
                times.countedFrom.plus(by),
                due,
                times.nextFireAt.plus(by),
                subjectId,
                kind,
                round);
        return due;
    }

    /** What the clocks waited for has happened; one that has run out stays on the books as run out. */
    public void stop(UUID subjectId, Collection<ClockKind> kinds, Instant at) {
        sql.update(
                "update clock set state = 'STOPPED', stopped_at = ?"
                        + " where subject_id = ? and kind = any (?) and state = 'RUNNING'",
                at,
                subjectId,
                kinds.stream().map(ClockKind::name).toArray(String[]::new));
    }

    /** All clocks of a case. */
    public List<ClockView> of(UUID caseId) {
        return sql.list(
                "select kind, subject_id, order_id, round, state, started_at, due_at, fired, stopped_at from clock"
                        + " where case_id = ? order by started_at, id",
                row -> new ClockView(
                        ClockKind.valueOf(row.getString("kind")).code(),
                        Sql.id(row, "subject_id"),
                        row.getObject("order_id", UUID.class),
                        row.getInt("round"),
                        ClockState.valueOf(row.getString("state")),
                        Sql.time(row, "started_at"),
                        Sql.time(row, "due_at"),
                        row.getInt("fired"),
                        Sql.timeOrNull(row, "stopped_at")),
                caseId);
    }
}
