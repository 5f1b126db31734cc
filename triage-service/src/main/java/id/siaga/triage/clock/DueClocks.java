// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.outage.Pulse;
import id.siaga.triage.event.Announcements;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Claims what is due, a batch in one transaction, and lets everybody know who has to. A clock's subject, or its case, is
 * locked first and waited for by nobody: whoever acts on it holds that lock and stops its clocks then, so that a clock
 * claimed alone would be one half of a deadlock. A row that changed meanwhile is looked at again by the database, which is
 * what fences a clock that was just stopped or fired.
 */
@ApplicationScoped
class DueClocks {

    static final int BATCH = 200;

    // Nothing is fired by a pulse that has stopped, nor before the clocks that an outage met are due later.
    private static final String ALIVE = """
            where exists (select from pulse where beat_at > ?)
              and not exists (select from outage where applied_at is null)
              and c.state = 'RUNNING' and c.next_fire_at <= ?""";

    private static final String COLUMNS =
            "select c.id, c.kind, c.subject_id, c.case_id, c.counted_from, c.due_at, c.fired, c.next_fire_at from clock c ";

    // The rows are locked in the order in which they are named: of what is skipped for its subject, the clock is not
    // held.
    private static final String OF_ORDERS = COLUMNS + """
            join orders s on s.id = c.order_id
            """ + ALIVE + """
             and c.order_id is not null
            order by c.next_fire_at limit ? for no key update of s, c skip locked""";

    private static final String OF_CASES = COLUMNS + """
            join case_file s on s.id = c.case_id
            """ + ALIVE + """
             and c.order_id is null
            order by c.next_fire_at limit ? for no key update of s, c skip locked""";

    private final Sql sql;
    private final Pulse pulse;
    private final Event<ClocksFired> fired;
    private final CaseRecord record;
    private final Announcements announcements;
    private final ClockMetrics metrics;
    private final Clock clock;

    DueClocks(
            Sql sql,
            Pulse pulse,
            Event<ClocksFired> fired,
            CaseRecord record,
            Announcements announcements,
            ClockMetrics metrics,
            Clock clock) {
        this.sql = sql;
        this.pulse = pulse;
        this.fired = fired;
        this.record = record;
        this.announcements = announcements;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Transactional
    int ofOrders() {
        return fire(OF_ORDERS);
    }

    @Transactional
    int ofCases() {
        return fire(OF_CASES);
    }

    private int fire(String claim) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Firing> firings = sql.list(claim, DueClocks::firing, pulse.oldest(now), now, BATCH);
        if (firings.isEmpty()) {
            return 0;
        }
        store(firings);
        ClocksFired all = new ClocksFired(firings, now);
        all.record(firings.stream().map(firing -> act(firing, now)).toList());
        fired.fire(all);
        record.append(all.acts());
        announcements.announce(all.news());
        firings.forEach(firing -> metrics.fired(firing, now));
        return firings.size();
    }

    private void store(List<Firing> firings) {
        sql.update(
                """
                update clock c set fired = f.fired, next_fire_at = f.next_fire_at::timestamptz, state = f.state
                from unnest(?, ?, ?, ?) as f (id, fired, next_fire_at, state) where c.id = f.id""",
                firings.stream().map(Firing::clockId).toArray(UUID[]::new),
                firings.stream().map(Firing::percent).toArray(Integer[]::new),
                firings.stream().map(firing -> firing.next().toString()).toArray(String[]::new),
                firings.stream()
                        .map(firing -> (firing.last() ? ClockState.EXPIRED : ClockState.RUNNING).name())
                        .toArray(String[]::new));
    }

    private static Firing firing(ResultSet row) throws SQLException {
        return new Firing(
                Sql.id(row, "id"),
                ClockKind.valueOf(row.getString("kind")),
                Sql.id(row, "subject_id"),
                Sql.id(row, "case_id"),
                Sql.time(row, "counted_from"),
                Sql.time(row, "due_at"),
                Firing.after(row.getInt("fired")),
                Sql.time(row, "next_fire_at"));
    }

    private static Act act(Firing firing, Instant now) {
        Map<String, Object> facts = new HashMap<>();
        switch (firing.kind().runsFor()) {
            case ORDER -> facts.put("order", firing.subjectId());
            case DECISION -> facts.put("decision", firing.subjectId());
            case APPEAL -> facts.put("appeal", firing.subjectId());
            case CASE -> {
                // It is the case's own record.
            }
        }
        facts.put("clock", firing.kind().code());
        facts.put("percent", firing.percent());
        facts.put("dueAt", firing.dueAt());
        return new Act(firing.caseId(), now, Actor.SIAGA, "clock-fired", null, facts);
    }
}
