// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.ClocksExtended;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Extends as many clocks as one transaction should hold, in the order of locks that all keep. */
@ApplicationScoped
class ExtendBatch {

    private static final int BATCH = 500;

    private static final String MET = """
            from clock c
            where c.state in ('RUNNING', 'WAITING') and c.kind = any (?) and c.due_at > ? and c.started_at < ?
              and not exists (select from clock_extension e where e.clock_id = c.id and e.outage_id = ?)""";

    private final Sql sql;
    private final Outages outages;
    private final Extensions extensions;
    private final CaseRecord record;
    private final Event<ClocksExtended> extended;
    private final Clock clock;

    ExtendBatch(
            Sql sql,
            Outages outages,
            Extensions extensions,
            CaseRecord record,
            Event<ClocksExtended> extended,
            Clock clock) {
        this.sql = sql;
        this.outages = outages;
        this.extensions = extensions;
        this.record = record;
        this.extended = extended;
        this.clock = clock;
    }

    @Transactional
    int ofOrders() {
        return some("orders", "c.order_id", "c.order_id is not null");
    }

    @Transactional
    int ofCases() {
        return some("case_file", "c.case_id", "c.order_id is null");
    }

    /** Nothing is left to be extended: clocks may be fired again. Returns 1 when another outage may be waiting. */
    @Transactional
    int finish() {
        return outages.claimPending()
                .map(outage -> {
                    outages.applied(outage.id(), now());
                    return 1;
                })
                .orElse(0);
    }

    private int some(String table, String lockedBy, String which) {
        Outage outage = outages.claimPending().orElse(null);
        if (outage == null) {
            return 0;
        }
        Object[] met = {outage.affects().kinds(), outage.from(), outage.to(), outage.id(), BATCH};
        UUID[] held = sql.list(
                        "select distinct " + lockedBy + " as id " + MET + " and " + which + " order by 1 limit ?",
                        row -> Sql.id(row, "id"),
                        met)
                .toArray(UUID[]::new);
        if (held.length == 0) {
            return 0;
        }
        sql.list("select 1 from " + table + " where id = any (?) order by id for no key update", row -> true, (Object)
                held);
        List<UUID> clocks = sql.list(
                "select c.id " + MET + " and " + which + " and " + lockedBy
                        + " = any (?) order by c.id for no key update",
                row -> Sql.id(row, "id"),
                met[0],
                met[1],
                met[2],
                met[3],
                held);
        Instant now = now();
        List<Extensions.Extended> all = extensions.extend(outage, clocks);
        extended.fire(new ClocksExtended(all, now));
        record.append(all.stream().map(one -> act(one, outage, now)).toList());
        return held.length;
    }

    private static Act act(Extensions.Extended one, Outage outage, Instant now) {
        return new Act(
                one.caseId(),
                now,
                Actor.SIAGA,
                "clock-extended",
                outage.reason(),
                Map.of(
                        "subject",
                        one.subjectId(),
                        "clock",
                        one.kind().code(),
                        "outage",
                        outage.id(),
                        "dueAt",
                        one.dueAt()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
