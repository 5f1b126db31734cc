// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.ClockKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Lets clocks be due later by the part of an outage in which they ran, once each; their subjects, or cases, are locked. What
 * they waited meanwhile they have already been given.
 */
@ApplicationScoped
public class Extensions {

    private final Sql sql;
    private final Outages outages;

    Extensions(Sql sql, Outages outages) {
        this.sql = sql;
        this.outages = outages;
    }

    /** A clock that is due later now. */
    public record Extended(UUID clockId, ClockKind kind, int round, UUID subjectId, UUID caseId, Instant dueAt) {}

    /**
     * Extends clocks that were started just now, with a start that is in the past, by what was an outage since.
     *
     * @param from the earliest of their starts
     * @return whether there was an outage since
     */
    public boolean catchUp(ClockKind kind, Collection<UUID> subjects, Instant from) {
        List<Outage> since = outages.endingAfter(from);
        for (Outage outage : since) {
            extend(outage, sql.list("""
                            select id from clock where subject_id = any (?) and kind = ?
                              and state in ('RUNNING', 'WAITING')""", row -> Sql.id(row, "id"), subjects.toArray(UUID[]::new), kind));
        }
        return !since.isEmpty();
    }

    List<Extended> extend(Outage outage, Collection<UUID> clocks) {
        if (clocks.isEmpty()) {
            return List.of();
        }
        return sql.list(
                """
                with ran as (
                    select c.id, greatest(0, extract(epoch from o.ended_at - s.since) - w.waited) * interval '1 second' as by
                    from outage o
                    join clock c on c.id = any (?) and c.kind = any (?) and c.due_at > o.began_at
                    cross join lateral (
                        select greatest(o.began_at, c.started_at, max(p.ended_at)) as since from clock_pause p
                        where p.clock_id = c.id and p.ending = 'RESTART') s
                    cross join lateral (
                        select coalesce(sum(extract(epoch from least(coalesce(p.ended_at, 'infinity'), o.ended_at)
                                                               - greatest(p.started_at, s.since))), 0) as waited
                        from clock_pause p
                        where p.clock_id = c.id and p.started_at < o.ended_at
                          and coalesce(p.ended_at, 'infinity') > s.since) w
                    where o.id = ?),
                extended as (
                    insert into clock_extension (clock_id, outage_id, extended)
                    select id, ?, by from ran
                    on conflict (clock_id, outage_id) do nothing
                    returning clock_id, extended)
                update clock c
                set due_at = c.due_at + e.extended, counted_from = c.counted_from + e.extended,
                    next_fire_at = c.next_fire_at + e.extended
                from extended e where c.id = e.clock_id and e.extended > interval '0'
                returning c.id, c.kind, c.round, c.subject_id, c.case_id, c.due_at""",
                row -> new Extended(
                        Sql.id(row, "id"),
                        ClockKind.valueOf(row.getString("kind")),
                        row.getInt("round"),
                        Sql.id(row, "subject_id"),
                        Sql.id(row, "case_id"),
                        Sql.time(row, "due_at")),
                clocks.toArray(UUID[]::new),
                outage.affects().kinds(),
                outage.id(),
                outage.id());
    }
}
