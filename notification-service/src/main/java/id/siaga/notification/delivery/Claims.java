// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.breaker.Breakers;
import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which lanes are leased next. */
@ApplicationScoped
class Claims {

    /**
     * Walks the endpoints that have lanes by index, and looks in each at as many as it may be told: the cost depends on how
     * many endpoints there are and not on how much waits, and a hanging one fills its own places only. Information waits for
     * the breaker and for the rate that the owner wants; orders do neither.
     *
     * Parties take turns, whoever has least in flight first, and a party has never more in flight than is still free: however
     * many hanging endpoints some have, one that comes anew finds a place. Counts are of this moment; two replicas claiming at
     * once may exceed those of an endpoint by what one takes.
     *
     * Nothing is joined to the table of lanes but by a subquery with a limit, or by where a row lies (ctid): a plan that was made
     * when few lanes were there would read all of them for each that is chosen. Endpoints are looked up in the same way, or all of
     * them would be read for each. Where a rival has just changed a lane that still is due, it is found when one looks next.
     */
    private static final String CLAIM_OF = """
            WITH RECURSIVE waiting (endpoint_id) AS (
                (SELECT endpoint_id FROM lane WHERE priority = %1$d ORDER BY endpoint_id LIMIT 1)
                UNION ALL
                SELECT (SELECT l.endpoint_id FROM lane l WHERE l.priority = %1$d AND l.endpoint_id > w.endpoint_id
                        ORDER BY l.endpoint_id LIMIT 1)
                FROM waiting w WHERE w.endpoint_id IS NOT NULL),
            asked (per_endpoint, free, now) AS (
                VALUES (?::integer, ?::integer, ?::timestamptz)),
            busy AS (
                SELECT w.endpoint_id, e.party, a.now, f.in_flight, least(
                    a.per_endpoint - f.in_flight,
                    CASE WHEN %1$d = 1 AND t.opened_at IS NOT NULL
                         THEN (w.endpoint_id = ANY (?::uuid[]))::integer END,
                    CASE WHEN %1$d = 1 AND e.rate_limit IS NOT NULL THEN floor(
                        greatest(1, e.rate_limit / 4.0)
                        - e.rate_limit * extract(epoch FROM greatest(p.spent_until, a.now) - a.now)) END) AS places
                FROM waiting w
                CROSS JOIN asked a
                CROSS JOIN LATERAL (SELECT party, rate_limit FROM endpoint WHERE id = w.endpoint_id LIMIT 1) e
                LEFT JOIN LATERAL (
                    SELECT opened_at FROM endpoint_trouble WHERE endpoint_id = w.endpoint_id LIMIT 1) t ON true
                LEFT JOIN LATERAL (
                    SELECT spent_until FROM endpoint_pace WHERE endpoint_id = w.endpoint_id LIMIT 1) p ON true
                CROSS JOIN LATERAL (
                    SELECT count(*) AS in_flight FROM lane l
                    WHERE l.endpoint_id = w.endpoint_id AND l.lease IS NOT NULL AND l.due_at > a.now) f),
            due AS (
                SELECT b.party, d.lies, d.due_at, b.in_flight + d.number AS share
                FROM busy b
                CROSS JOIN LATERAL (
                    SELECT l.ctid AS lies, l.due_at, row_number() OVER (ORDER BY l.due_at) AS number FROM lane l
                    WHERE l.endpoint_id = b.endpoint_id AND l.priority = %1$d AND l.due_at <= b.now
                    ORDER BY l.due_at LIMIT greatest(b.places, 0)::bigint) d),
            turns AS (
                SELECT due.lies, due.due_at, coalesce(own.in_flight, 0)
                    + row_number() OVER (PARTITION BY due.party ORDER BY due.share, due.due_at) AS turn
                FROM due LEFT JOIN unnest(?::text[], ?::integer[]) AS own (party, in_flight) ON own.party = due.party),
            chosen AS (
                SELECT lies FROM (
                    SELECT turns.*, row_number() OVER (ORDER BY turn, due_at) AS place FROM turns) t
                CROSS JOIN asked a WHERE t.turn <= a.free - t.place + 1),
            taken AS (
                SELECT ctid FROM lane
                WHERE ctid = ANY (ARRAY(SELECT lies FROM chosen)) AND due_at <= (SELECT now FROM asked)
                FOR UPDATE SKIP LOCKED)
            UPDATE lane SET lease = gen_random_uuid(), due_at = ?, in_flight = NULL
            WHERE ctid = ANY (ARRAY(SELECT ctid FROM taken))
            RETURNING endpoint_id, subject, lease,
                      (SELECT e.rate_limit FROM endpoint e WHERE e.id = lane.endpoint_id) AS rate_limit""";

    /** The priority stands in the text, so that each has an index of its own. */
    private static final Map<Priority, String> CLAIM = Map.of(
            Priority.ORDER, CLAIM_OF.formatted(Priority.ORDER.rank()),
            Priority.INFORMATION, CLAIM_OF.formatted(Priority.INFORMATION.rank()));

    /** An order spends, too, though it waits for nothing. */
    private static final String SPEND = """
            INSERT INTO endpoint_pace AS p (endpoint_id, spent_until)
            SELECT n.endpoint_id, ?::timestamptz + make_interval(secs => count(*)::double precision / e.rate_limit)
            FROM unnest(?::uuid[]) AS n (endpoint_id) JOIN endpoint e ON e.id = n.endpoint_id
            WHERE e.rate_limit IS NOT NULL
            GROUP BY n.endpoint_id, e.rate_limit ORDER BY n.endpoint_id
            ON CONFLICT (endpoint_id) DO UPDATE SET
                spent_until = greatest(p.spent_until, ?::timestamptz) + (excluded.spent_until - ?::timestamptz)""";

    private final Database database;
    private final Breakers breakers;

    Claims(Database database, Breakers breakers) {
        this.database = database;
        this.breakers = breakers;
    }

    /**
     * A lane that is leased.
     *
     * @param paced whether its endpoint has a rate limit
     */
    record Claim(UUID endpointId, String lane, UUID lease, boolean paced) {}

    /** Leases due lanes, whose heads are then tried. */
    List<Claim> claim(Priority priority, Room room, Instant now, Instant leaseEnd) {
        List<UUID> probed = priority == Priority.INFORMATION ? breakers.probe(now, leaseEnd) : List.of();
        return database.run(connection -> {
            List<Claim> claims = lease(connection, priority, room, probed, now, leaseEnd);
            List<UUID> paced =
                    claims.stream().filter(Claim::paced).map(Claim::endpointId).toList();
            if (!paced.isEmpty()) {
                spend(connection, paced, now);
            }
            return claims;
        });
    }

    private static List<Claim> lease(
            Connection connection, Priority priority, Room room, List<UUID> probed, Instant now, Instant leaseEnd)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLAIM.get(priority))) {
            Parameters.of(update)
                    .number(room.perEndpoint())
                    .number(room.free())
                    .time(now)
                    .array("uuid", probed)
                    .array("text", room.inFlight().keySet())
                    .array("integer", room.inFlight().values())
                    .time(leaseEnd);
            List<Claim> claims = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    claims.add(new Claim(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            row.getObject(4) != null));
                }
            }
            return claims;
        }
    }

    private static void spend(Connection connection, List<UUID> endpointIds, Instant now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(SPEND)) {
            Parameters.of(upsert).time(now).array("uuid", endpointIds).time(now).time(now);
            upsert.executeUpdate();
        }
    }
}
