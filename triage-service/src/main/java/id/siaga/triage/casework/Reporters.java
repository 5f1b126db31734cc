// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.sql.Sql;
import id.siaga.triage.event.Announcements;
import id.siaga.triage.event.News;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells intake what became of reported items, in one numbered stream per report. */
@ApplicationScoped
class Reporters {

    private final Sql sql;
    private final Announcements announcements;

    Reporters(Sql sql, Announcements announcements) {
        this.sql = sql;
        this.announcements = announcements;
    }

    /** One item's news. */
    record Told(
            UUID reportId,
            UUID itemId,
            Progress status,
            @Nullable String reason) {}

    @RegisterForReflection // for Jackson; native builds find only what endpoints speak of
    private record ItemStatusChanged(
            UUID reportId,
            UUID itemId,
            long linkVersion,
            Progress status,
            @Nullable String reason,
            Instant changedAt) implements News.Data {}

    /** Tells everybody who stands by a report in the case; the caller holds the lock of the case. */
    void tellAll(UUID caseId, Progress status, @Nullable String reason, Instant at) {
        tell(everybody(List.of(caseId), status, reason), at);
    }

    /** The same news for everybody who stands by a report in the cases. */
    List<Told> everybody(Collection<UUID> cases, Progress status, @Nullable String reason) {
        return cases.isEmpty()
                ? List.of()
                : sql.list(
                        "select report_id, item_id from reported_item where case_id = any (?) and withdrawn_at is null",
                        row -> new Told(Sql.id(row, "report_id"), Sql.id(row, "item_id"), status, reason),
                        (Object) cases.toArray(UUID[]::new));
    }

    /** Takes numbers from the counters of the reports, in the order of their ids so that nobody waits in a circle. */
    void tell(List<Told> told, Instant at) {
        Map<UUID, Long> counts = told.stream().collect(Collectors.groupingBy(Told::reportId, Collectors.counting()));
        List<UUID> reports = counts.keySet().stream().sorted().toList();
        Map<UUID, Long> next = new HashMap<>();
        sql.list(
                        """
                        insert into told_report (report_id, link_version)
                        select r.report_id, r.told from unnest(?, ?) as r (report_id, told)
                        on conflict (report_id) do update
                        set link_version = told_report.link_version + excluded.link_version
                        returning report_id, link_version""",
                        row -> Map.entry(Sql.id(row, "report_id"), row.getLong("link_version")),
                        reports.toArray(UUID[]::new),
                        reports.stream().map(counts::get).toArray(Long[]::new))
                .forEach(last -> next.put(last.getKey(), last.getValue() - counts.getOrDefault(last.getKey(), 0L)));
        Function<Told, News> news = item -> {
            long version = next.merge(item.reportId(), 1L, Long::sum);
            return new News(
                    News.Topic.LINK,
                    "item.status-changed",
                    item.reportId(),
                    version,
                    Set.of(),
                    item.reportId(),
                    at,
                    new ItemStatusChanged(item.reportId(), item.itemId(), version, item.status(), item.reason(), at));
        };
        announcements.announce(told.stream().map(news).toList());
    }
}
