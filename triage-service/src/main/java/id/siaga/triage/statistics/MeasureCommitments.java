// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import id.siaga.sql.Sql;
import id.siaga.triage.platform.Commitment;
import id.siaga.triage.platform.Platform;
import id.siaga.triage.platform.Platforms;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds what platforms have signed against what they did while it was in force; by the days that were counted. */
@ApplicationScoped
public class MeasureCommitments {

    /** A promise is broken by silence, too, from when its time is over; without the time in which the platform waits. */
    private static final String UNANSWERED = """
            select count(*) from orders o
            cross join lateral (
                select o.received_at + ? * interval '1 second' + coalesce(
                    (select sum(w.ended_at - w.asked_at) from order_wait w where w.order_id = o.id),
                    interval '0') as due) p
            where o.platform = ? and o.answered_at is null and o.status in ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED')
              and o.received_at is not null and (cardinality(?) = 0 or o.category = any (?))
              and p.due >= ? and p.due < ?""";

    private final CountDays days;
    private final Platforms platforms;
    private final Sql sql;
    private final Clock clock;

    MeasureCommitments(CountDays days, Platforms platforms, Sql sql, Clock clock) {
        this.days = days;
        this.platforms = platforms;
        this.sql = sql;
        this.clock = clock;
    }

    /** The desk reads all of them, a platform its own. */
    @Transactional
    public Commitments commitments(Caller reader, @Nullable String from, @Nullable String to) {
        Instant now = clock.instant();
        Window window = Window.of(from, to, LocalDate.ofInstant(now, ZoneOffset.UTC));
        Map<Window, List<Counting>> counted = new HashMap<>();
        List<Commitments.Row> rows = new ArrayList<>();
        platforms.byCode().values().stream()
                .filter(platform ->
                        reader.hasAny(ReadStatistics.DESK) || platform.party().equals(reader.party()))
                .sorted(Comparator.comparing(Platform::code))
                .forEach(platform -> platform.commitments().forEach(commitment -> {
                    Window inForce = window.within(commitment.signedOn(), commitment.lastDay());
                    Integer promised = commitment.actWithinSeconds();
                    if (promised != null && inForce != null) {
                        List<Counting> countings = counted.computeIfAbsent(
                                inForce, span -> days.within(Subject.PLATFORM_CATEGORY, span.from(), span.to()));
                        rows.add(row(platform.code(), commitment, promised, inForce, countings, now));
                    }
                }));
        return new Commitments(window.from().toString(), window.to().toString(), rows);
    }

    private Commitments.Row row(
            String platform, Commitment commitment, int promised, Window days, List<Counting> countings, Instant now) {
        List<String> categories = Objects.requireNonNullElse(commitment.categories(), List.of());
        List<Counting> ofIt = countings.stream()
                .filter(counting -> about(counting.key(), platform, categories))
                .toList();
        long answered = count(ofIt, Promised.REPORT_ANSWERED_IN, Integer.MAX_VALUE);
        long unanswered = unanswered(platform, categories, promised, days, now);
        return new Commitments.Row(
                platform,
                commitment,
                days.from().toString(),
                days.to().toString(),
                answered,
                unanswered,
                Commitments.Kept.of(count(ofIt, Promised.ANSWERED_IN, promised), answered + unanswered),
                Commitments.Kept.of(count(ofIt, Promised.REPORT_ANSWERED_IN, promised), answered + unanswered));
    }

    private static boolean about(String key, String platform, List<String> categories) {
        return key.startsWith(platform + ":")
                && (categories.isEmpty() || categories.contains(key.substring(platform.length() + 1)));
    }

    private static long count(List<Counting> countings, Promised measure, int seconds) {
        return countings.stream()
                .filter(counting -> counting.measure().equals(measure.name()) && counting.bucket() <= seconds)
                .mapToLong(Counting::count)
                .sum();
    }

    private long unanswered(String platform, List<String> categories, int promised, Window days, Instant now) {
        String[] named = categories.toArray(String[]::new);
        Instant end = days.end();
        return sql.list(
                        UNANSWERED,
                        row -> row.getLong(1),
                        promised,
                        platform,
                        named,
                        named,
                        days.begin(),
                        end.isAfter(now) ? now : end)
                .getFirst();
    }
}
