// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which place a case has in the queue; in the transaction that changes what it depends on, under the case's lock. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class QueuePlaces {

    // The best record of those who stand by it; five decisions more than there were keep a first one from deciding all.
    private static final String FACTS = """
            select c.id, c.opened_at, c.urgent, c.election,
                   coalesce(bool_or(i.live_stream), false) as live_stream,
                   c.category = 'threat-to-life'
                       or c.severity is null and coalesce(bool_or(i.category = 'threat-to-life'), false)
                       as threat_to_life,
                   count(distinct i.party) as reporters,
                   coalesce(max(coalesce((r.upheld - r.dismissed)::float8 / (r.upheld + r.dismissed + 5), 0)), 0)
                       as record
            from case_file c
            left join reported_item i on i.case_id = c.id and i.withdrawn_at is null
            left join (
                select party, sum(upheld) as upheld, sum(dismissed) as dismissed
                from (
                    select party, upheld, dismissed from reporter_tally
                    union all select party, upheld, dismissed from reporter_record) t
                where party in (select party from reported_item where case_id = any (?))
                group by party) r on r.party = i.party
            where c.id = any (?) group by c.id""";

    private static final String JUDGED = """
            insert into reporter_tally as t (party, part, upheld, dismissed)
            select distinct party, ?, ?, ? from reported_item where case_id = ? and withdrawn_at is null order by party
            on conflict (party, part) do update
            set upheld = t.upheld + excluded.upheld, dismissed = t.dismissed + excluded.dismissed""";

    /** In how many parts a party's record is counted: so many decisions about what it reported can commit at once. */
    private static final int PARTS = 16;

    private record Place(UUID caseId, List<Points> points, Instant queuedAsOf) {}

    private final Sql sql;
    private final ObjectMapper json;

    QueuePlaces(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Counts the points of cases anew. */
    public void count(Collection<UUID> cases) {
        if (cases.isEmpty()) {
            return;
        }
        UUID[] ids = cases.toArray(UUID[]::new);
        List<Place> places = sql.list(FACTS, QueuePlaces::place, ids, ids);
        sql.update(
                """
                update case_file c set points = p.points::jsonb, queued_as_of = p.queued_as_of::timestamptz
                from unnest(?, ?, ?) as p (id, points, queued_as_of)
                where c.id = p.id and c.points <> p.points::jsonb""",
                places.stream().map(Place::caseId).toArray(UUID[]::new),
                places.stream().map(place -> write(place.points())).toArray(String[]::new),
                places.stream().map(place -> place.queuedAsOf().toString()).toArray(String[]::new));
    }

    private static Place place(ResultSet row) throws SQLException {
        List<Points> points = Points.of(new Points.Facts(
                row.getBoolean("urgent"),
                row.getBoolean("live_stream"),
                row.getBoolean("threat_to_life"),
                row.getBoolean("election"),
                row.getLong("reporters"),
                row.getDouble("record")));
        Duration ahead = Points.WORTH.multipliedBy(Points.sum(points));
        return new Place(Sql.id(row, "id"), points, Sql.time(row, "opened_at").minus(ahead));
    }

    /** The desk has decided about a case: whoever stands by it was right, or was not. */
    public void judged(UUID caseId, boolean upheld) {
        sql.update(JUDGED, part(caseId), upheld ? 1L : 0L, upheld ? 0L : 1L, caseId);
    }

    /** By the case, so that two whose decisions would wait for each other can be told beforehand. */
    static int part(UUID caseId) {
        return Math.floorMod(caseId.hashCode(), PARTS);
    }

    /** The points of a case as it is read, with those of its age. */
    public List<Points> read(ResultSet row, Instant now) throws SQLException {
        List<Points> points = new ArrayList<>(parse(row.getString("points")));
        points.add(Points.age(Sql.time(row, "opened_at"), now));
        return points;
    }

    private String write(List<Points> points) {
        try {
            return json.writeValueAsString(points);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Points are plain values", e);
        }
    }

    private List<Points> parse(String points) {
        try {
            return json.readValue(points, new TypeReference<List<Points>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored points cannot be read", e);
        }
    }
}
