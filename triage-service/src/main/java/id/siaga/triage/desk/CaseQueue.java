// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import id.siaga.sql.Sql;
import id.siaga.triage.casework.CaseStatus;
import id.siaga.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The desk's queue: urgent cases first, and of these the oldest. */
@ApplicationScoped
public class CaseQueue {

    private final Sql sql;

    CaseQueue(Sql sql) {
        this.sql = sql;
    }

    /** A page of the queue. */
    public record Page(
            @Size(max = 200) List<Entry> cases, @Nullable String next) {}

    /**
     * A case in the queue.
     *
     * @param reports how many reports are linked to it that were not taken back; with none left, the desk has to look
     * @param reporters from how many parties these are
     * @param headline how its first report begins
     */
    public record Entry(
            UUID id,
            CaseStatus status,
            @Size(max = 100) String category,
            boolean urgent,
            Instant openedAt,
            @Min(1) long reports,
            @Min(0) long reporters,
            List<@Size(max = 63) String> platforms,
            @Size(max = 140) String headline) {}

    @Transactional
    public Page page(@Nullable CaseStatus status, int limit, @Nullable String cursor) {
        Place after = Place.of(cursor);
        // The page is cut from the index before anything is counted.
        List<Entry> read = sql.list(
                """
                select c.id, c.status, c.category, c.urgent, c.opened_at, c.headline,
                       s.reports, s.reporters,
                       (select array_agg(distinct t.platform) from content t join platform p on p.code = t.platform
                        where t.case_id = c.id) as platforms
                from (select * from case_file
                      where (?::text is null or status = ?)
                        and (?::boolean is null or ((not urgent), opened_at, id) > (?, ?, ?))
                      order by (not urgent), opened_at, id limit ?) c
                cross join lateral (
                      select count(distinct i.report_id) as reports, count(distinct i.party) as reporters
                      from reported_item i where i.case_id = c.id and i.withdrawn_at is null) s
                order by (not c.urgent), c.opened_at, c.id""", CaseQueue::entry, status, status, after.calm, after.calm, after.openedAt, after.id, limit + 1);
        return read.size() <= limit
                ? new Page(read, null)
                : new Page(read.subList(0, limit), next(read.get(limit - 1)));
    }

    private static String next(Entry last) {
        return Cursor.of(Boolean.toString(!last.urgent), last.openedAt.toString(), last.id.toString());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Array platforms = row.getArray("platforms");
        return new Entry(
                Sql.id(row, "id"),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("category"),
                row.getBoolean("urgent"),
                Sql.time(row, "opened_at"),
                row.getLong("reports"),
                row.getLong("reporters"),
                platforms == null ? List.of() : List.of((String[]) platforms.getArray()),
                row.getString("headline"));
    }

    /** Where a page begins. */
    private record Place(
            @Nullable Boolean calm,
            @Nullable Instant openedAt,
            @Nullable UUID id) {

        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(null, null, null);
            }
            List<String> parts = Cursor.parse(cursor, 3);
            try {
                return new Place(
                        Boolean.valueOf(parts.get(0)), Instant.parse(parts.get(1)), UUID.fromString(parts.get(2)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Cursor.refused();
            }
        }
    }
}
