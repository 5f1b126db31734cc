// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells intake again how far all items of a report have come, behind all that it has seen; within the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RestateProgress {

    private final Sql sql;
    private final Links links;
    private final Reporters reporters;

    RestateProgress(Sql sql, Links links, Reporters reporters) {
        this.sql = sql;
        this.links = links;
        this.reporters = reporters;
    }

    private record Item(UUID reportId, UUID itemId, UUID caseId, boolean withdrawn) {}

    /** Returns of how many reports there is something to tell. */
    public int restate(List<RestateCases.Known> known, Instant at) {
        UUID[] reports = known.stream().map(RestateCases.Known::id).toArray(UUID[]::new);
        // Items move between cases under the locks of both, so that where they are is looked at once more.
        links.lock(items(reports).stream().map(Item::caseId).collect(Collectors.toSet()));
        List<Item> items = items(reports);
        Map<UUID, Links.Standing> standings =
                links.lock(items.stream().map(Item::caseId).collect(Collectors.toSet()));
        Set<UUID> found = items.stream().map(Item::reportId).collect(Collectors.toCollection(HashSet::new));
        passSeen(known.stream().filter(one -> found.contains(one.id())).toList());
        reporters.tell(items.stream().map(item -> told(item, standings)).toList(), at);
        return found.size();
    }

    private List<Item> items(UUID[] reports) {
        return sql.list(
                "select report_id, item_id, case_id, withdrawn_at is not null as withdrawn from reported_item"
                        + " where report_id = any (?) order by item_id",
                row -> new Item(
                        Sql.id(row, "report_id"),
                        Sql.id(row, "item_id"),
                        Sql.id(row, "case_id"),
                        row.getBoolean("withdrawn")),
                (Object) reports);
    }

    private void passSeen(List<RestateCases.Known> known) {
        sql.update(
                """
                insert into told_report (report_id, link_version)
                select report_id, seen from unnest(?, ?) as k (report_id, seen) order by report_id
                on conflict (report_id) do update
                set link_version = greatest(told_report.link_version, excluded.link_version)""",
                known.stream().map(RestateCases.Known::id).toArray(UUID[]::new),
                known.stream().map(RestateCases.Known::seen).toArray(Long[]::new));
    }

    private static Reporters.Told told(Item item, Map<UUID, Links.Standing> standings) {
        Links.Standing standing = Links.Standing.of(item.caseId(), standings);
        Progress progress = item.withdrawn() ? Progress.WITHDRAWN : standing.progress();
        @Nullable String reason = item.withdrawn() ? null : standing.reason();
        return new Reporters.Told(item.reportId(), item.itemId(), progress, reason);
    }
}
