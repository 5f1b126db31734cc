// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import id.siaga.sql.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Fires what is due, a batch in one transaction; any number of replicas may do so at once. */
@ApplicationScoped
public class FireClocks {

    static final int BATCH = 200;

    private final Sql sql;
    private final Event<ClocksFired> fired;
    private final MeterRegistry meters;
    private final Timer late;
    private final Clock clock;

    FireClocks(Sql sql, Event<ClocksFired> fired, MeterRegistry meters, Clock clock) {
        this.sql = sql;
        this.fired = fired;
        this.meters = meters;
        this.late = Timer.builder("siaga.clock.late")
                .description("How long after its time a clock was fired")
                .publishPercentileHistogram()
                .register(meters);
        this.clock = clock;
    }

    /** How many clocks reached a mark; a clock that is behind by several marks fires one at a time. */
    @Transactional
    public int fireDue() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Firing> firings = claim(now);
        if (firings.isEmpty()) {
            return 0;
        }
        sql.batch(
                "update clock set fired = ?, next_fire_at = ?, state = ? where id = ?",
                firings.stream()
                        .map(firing -> Sql.row(
                                firing.percent(),
                                Firing.at(firing.countedFrom(), firing.dueAt(), Firing.after(firing.percent())),
                                firing.last() ? ClockState.EXPIRED : ClockState.RUNNING,
                                firing.clockId()))
                        .toList());
        fired.fire(new ClocksFired(firings, now));
        firings.forEach(firing -> count(firing, now));
        return firings.size();
    }

    /**
     * Locks the orders together with their clocks and waits for neither: whoever acts on an order holds its row first
     * and stops its clocks then, so that a clock claimed alone would be one half of a deadlock. A row that changed
     * meanwhile is looked at again by the database, which is what fences a clock that was just stopped or fired.
     */
    private List<Firing> claim(Instant now) {
        return sql.list(
                """
                select c.id, c.kind, c.order_id, c.case_id, c.counted_from, c.due_at, c.fired, c.next_fire_at
                from clock c join orders o on o.id = c.order_id
                where c.state = 'RUNNING' and c.next_fire_at <= ?
                order by c.next_fire_at
                limit ?
                for no key update of c, o skip locked""",
                row -> new Firing(
                        Sql.id(row, "id"),
                        ClockKind.valueOf(row.getString("kind")),
                        Sql.id(row, "order_id"),
                        Sql.id(row, "case_id"),
                        Sql.time(row, "counted_from"),
                        Sql.time(row, "due_at"),
                        Firing.after(row.getInt("fired")),
                        Sql.time(row, "next_fire_at")),
                now,
                BATCH);
    }

    private void count(Firing firing, Instant now) {
        late.record(Duration.between(firing.plannedAt(), now));
        meters.counter(
                        "siaga.clock.fired",
                        "clock",
                        firing.kind().code(),
                        "percent",
                        Integer.toString(firing.percent()))
                .increment();
    }
}
