// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import id.siaga.triage.clock.outage.Extensions;
import id.siaga.triage.clock.policy.Policies;
import id.siaga.triage.clock.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Clocks that subjects have again and again, of which one runs at a time; for many subjects at once, whose locks, or their
 * cases', the caller holds.
 */
@ApplicationScoped
public class Rounds {

    private final Sql sql;
    private final Policies policies;
    private final Extensions extensions;

    Rounds(Sql sql, Policies policies, Extensions extensions) {
        this.sql = sql;
        this.policies = policies;
        this.extensions = extensions;
    }

    /** From when a clock of a subject runs. */
    public record Start(ClockSubject subject, Instant at) {}

    private record Limited(Start start, Policy policy, Instant dueAt) {}

    /** Starts the next round of each, unless one runs that is due as early; one that is due later stops. */
    public void begin(ClockKind kind, Collection<Start> starts, Instant now) {
        List<Limited> limited = limited(kind, starts);
        if (limited.isEmpty()) {
            return;
        }
        UUID[] subjects = limited.stream().map(one -> one.start.subject().id()).toArray(UUID[]::new);
        String[] due = limited.stream().map(one -> one.dueAt.toString()).toArray(String[]::new);
        sql.update("""
                update clock c set state = 'STOPPED', stopped_at = ?
                from unnest(?, ?) as s (id, due_at)
                where c.subject_id = s.id and c.kind = ? and c.state = 'RUNNING' and c.due_at > s.due_at::timestamptz""", now, subjects, due, kind);
        sql.update(
                """
                insert into clock (id, kind, round, policy, after_wait, subject_id, order_id, case_id, state, started_at, counted_from,
                                   due_at, fired, next_fire_at)
                select s.id, ?, coalesce(before.round + 1, 0), s.policy, s.after_wait, s.subject, case when ? then s.subject end,
                       s.case_id, 'RUNNING', s.at::timestamptz, s.at::timestamptz, s.due_at::timestamptz, 0,
                       s.next_fire_at::timestamptz
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) as s (id, policy, after_wait, subject, case_id, at, due_at, next_fire_at)
                left join lateral (select max(c.round) as round, bool_or(c.state = 'RUNNING') as running from clock c
                                   where c.subject_id = s.subject and c.kind = ?) before on true
                where before.running is not true""",
                kind,
                kind.ofOrder(),
                limited.stream().map(one -> Uuid7.at(now)).toArray(UUID[]::new),
                limited.stream().map(one -> one.policy.code()).toArray(String[]::new),
                limited.stream().map(one -> one.policy.afterWait().name()).toArray(String[]::new),
                subjects,
                limited.stream().map(one -> one.start.subject().caseId()).toArray(UUID[]::new),
                limited.stream().map(one -> one.start.at().toString()).toArray(String[]::new),
                due,
                limited.stream()
                        .map(one -> Firing.at(one.start.at(), one.dueAt, Firing.after(0))
                                .toString())
                        .toArray(String[]::new),
                kind);
        extensions.catchUp(
                kind,
                List.of(subjects),
                limited.stream()
                        .map(one -> one.start.at())
                        .min(Instant::compareTo)
                        .orElse(now));
    }

    private List<Limited> limited(ClockKind kind, Collection<Start> starts) {
        List<Limited> limited = new ArrayList<>();
        if (!starts.isEmpty()) {
            List<Policy> all = policies.of(kind);
            starts.forEach(start -> Policy.choose(all, start.subject())
                    .ifPresent(policy ->
                            limited.add(new Limited(start, policy, start.at().plus(policy.limit())))));
        }
        return limited;
    }

    /** Lets a case's clock go on as another case's, as far as it has come, unless that one's own is due as early. */
    public void moveTo(UUID caseId, ClockKind kind, UUID from, Instant now) {
        int stopped = sql.update("""
                update clock c set state = 'STOPPED', stopped_at = ? from clock moved
                where c.subject_id = ? and c.kind = ? and c.state = 'RUNNING'
                  and moved.subject_id = ? and moved.kind = c.kind and moved.state = 'RUNNING' and c.due_at > moved.due_at""", now, caseId, kind, from);
        if (stopped == 1) {
            sql.update("""
                    insert into clock (id, kind, round, policy, after_wait, subject_id, case_id, state, started_at, counted_from, due_at,
                                       fired, next_fire_at)
                    select ?, kind, (select max(round) + 1 from clock where subject_id = ? and kind = ?), policy, after_wait, ?, ?, state,
                           started_at, counted_from, due_at, fired, next_fire_at
                    from clock where subject_id = ? and kind = ? and state = 'RUNNING'""", Uuid7.at(now), caseId, kind, caseId, caseId, from, kind);
        }
    }
}
