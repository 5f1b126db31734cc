// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import id.siaga.sql.Sql;
import id.siaga.triage.casework.CaseStatus;
import id.siaga.triage.queue.Points;
import id.siaga.triage.queue.QueuePlaces;
import id.siaga.web.Caller;
import id.siaga.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The desk's queue: cases by their points, which say why; of as many points those first that wait longest. */
@ApplicationScoped
public class CaseQueue {

    private final Sql sql;
    private final QueuePlaces places;
    private final Clock clock;

    CaseQueue(Sql sql, QueuePlaces places, Clock clock) {
        this.sql = sql;
        this.places = places;
        this.clock = clock;
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
     * @param points why it has its place, all reasons together
     * @param pointsFor each reason and what it counts
     * @param claim who works on it, if anybody does
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
            @Size(max = 140) String headline,
            int points,
            @Size(max = 7) List<Points> pointsFor,
            @Nullable ClaimView claim) {}

    /** A page for somebody who reads the queue. */
    @Transactional
    public Page page(QueueFilter filter, Caller reader, int limit, @Nullable String cursor) {
        Instant now = clock.instant();
        QueueFilter.Conditions where = filter.conditions(reader, now);
        if (cursor != null) {
            Place after = Place.of(cursor);
            where.add("(c.queued_as_of, c.id) > (?, ?)", after.queuedAsOf, after.id);
        }
        // How rare a filter's value is decides how it is looked for: one plan for all values would be wrong for most.
        sql.update("set local plan_cache_mode = force_custom_plan");
        // The page is cut from the index before anything is counted.
        List<Row> read = sql.list("""
                select c.id, c.status, c.category, c.urgent, c.opened_at, c.headline, c.points, c.queued_as_of,
                       s.reports, s.reporters, m.person, m.party, m.claimed_at, m.ends_at,
                       (select array_agg(distinct t.platform) from content t join platform p on p.code = t.platform
                        where t.case_id = c.id) as platforms
                from (select c.* from case_file c where %s order by c.queued_as_of, c.id limit ?) c
                cross join lateral (
                      select count(distinct i.report_id) as reports, count(distinct i.party) as reporters
                      from reported_item i where i.case_id = c.id and i.withdrawn_at is null) s
                left join case_claim m on m.case_id = c.id and m.ends_at > ?
                order by c.queued_as_of, c.id""".formatted(where.text()), row -> row(row, now), where.arguments(limit + 1, now));
        List<Entry> page = read.stream().limit(limit).map(Row::entry).toList();
        return new Page(
                page, read.size() <= limit ? null : read.get(limit - 1).place.cursor());
    }

    /** An entry, and where the next page goes on after it. */
    private record Row(Entry entry, Place place) {}

    private Row row(ResultSet row, Instant now) throws SQLException {
        Array platforms = row.getArray("platforms");
        List<Points> points = places.read(row, now);
        return new Row(
                new Entry(
                        Sql.id(row, "id"),
                        CaseStatus.valueOf(row.getString("status")),
                        row.getString("category"),
                        row.getBoolean("urgent"),
                        Sql.time(row, "opened_at"),
                        row.getLong("reports"),
                        row.getLong("reporters"),
                        platforms == null ? List.of() : List.of((String[]) platforms.getArray()),
                        row.getString("headline"),
                        Points.sum(points),
                        points,
                        row.getString("person") == null ? null : ClaimView.of(row)),
                new Place(Sql.time(row, "queued_as_of"), Sql.id(row, "id")));
    }

    /** Where a page begins. */
    private record Place(Instant queuedAsOf, UUID id) {

        String cursor() {
            return Cursor.of(queuedAsOf.toString(), id.toString());
        }

        static Place of(String cursor) {
            List<String> parts = Cursor.parse(cursor, 2);
            try {
                return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Cursor.refused();
            }
        }
    }
}
