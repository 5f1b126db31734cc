// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Counts each day that is over, once, whichever replica does. */
@ApplicationScoped
class CountDays {

    /** Longer than any transaction lasts: what was done on a day may be committed after its end. */
    static final Duration SETTLED = Duration.ofMinutes(15);

    private final Sql sql;
    private final Clock clock;

    CountDays(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How many days were counted: one, or none when there is none to be counted or another replica is at it. */
    @Transactional
    int countNext() {
        Instant now = clock.instant();
        Optional<LocalDate> next = next();
        if (next.isEmpty() || begin(next.get().plusDays(1)).plus(SETTLED).isAfter(now)) {
            return 0;
        }
        LocalDate day = next.get();
        int claimed = sql.update(
                "insert into statistic_day (day, counted_at) values (?, ?) on conflict (day) do nothing", day, now);
        if (claimed == 1) {
            sql.update(
                    "insert into statistic (day, subject, key, measure, bucket, count) select ?, w.* from ("
                            + WhatWasDone.QUERY + ") w",
                    day,
                    begin(day),
                    begin(day.plusDays(1)));
        }
        return claimed;
    }

    /** The first day that is not counted yet; before the first case there was nothing to count. */
    Optional<LocalDate> next() {
        return sql.list("""
                        select coalesce(
                            (select max(day) + 1 from statistic_day),
                            (select (min(opened_at) at time zone 'UTC')::date from case_file)) as day""", row -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .getFirst();
    }

    /**
     * What was counted, of days that are; and what was done since, of those that are not yet. A day that is counted while this
     * reads is among the latter only.
     */
    List<Counting> within(Subject subject, LocalDate from, LocalDate to) {
        LocalDate uncounted = next().orElse(to.plusDays(1));
        LocalDate since = uncounted.isAfter(from) ? uncounted : from;
        return sql.list(
                "select key, measure, bucket, sum(count)::bigint as count from ("
                        + "select key, measure, bucket, count from statistic where subject = ? and day >= ? and day < ? and day <= ?"
                        + " union all select key, measure, bucket, count from (" + WhatWasDone.QUERY
                        + ") w where subject = ?) both_of group by key, measure, bucket",
                row -> new Counting(
                        row.getString("key"), row.getString("measure"), row.getInt("bucket"), row.getLong("count")),
                subject,
                from,
                since,
                to,
                begin(since),
                begin(to.plusDays(1)),
                subject);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
