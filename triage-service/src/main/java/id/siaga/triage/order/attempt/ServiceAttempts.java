// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.attempt;

import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import id.siaga.triage.platform.ContactRoute;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** How orders were tried to be served; added to under the row lock of the order only, and never changed. */
@ApplicationScoped
public class ServiceAttempts {

    private final Sql sql;

    ServiceAttempts(Sql sql) {
        this.sql = sql;
    }

    /** Those of an order, the oldest first. */
    public List<ServiceAttemptView> of(UUID orderId) {
        return sql.list(
                "select id, route, address, outcome, at, proof, note, recorded_by, recorded_by_party, recorded_at"
                        + " from order_service_attempt where order_id = ? order by number",
                ServiceAttempts::view,
                orderId);
    }

    public void add(UUID orderId, ServiceAttempt attempt, Instant now) {
        sql.update(
                """
                insert into order_service_attempt (order_id, number, id, route, address, outcome, at, proof, note,
                                                   recorded_by, recorded_by_party, recorded_at)
                values (?, (select coalesce(max(number), 0) + 1 from order_service_attempt where order_id = ?),
                        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                orderId,
                orderId,
                Uuid7.at(now),
                attempt.route(),
                attempt.address(),
                attempt.outcome(),
                attempt.at(),
                attempt.proof(),
                attempt.note(),
                attempt.by().key(),
                attempt.by().party(),
                now);
    }

    /** The first way that has not failed; none when it was served, or when every way has failed. */
    public static Optional<ContactRoute> due(List<ContactRoute> routes, List<ServiceAttemptView> attempts) {
        return attempts.stream().anyMatch(attempt -> attempt.outcome() == AttemptOutcome.SERVED)
                ? Optional.empty()
                : routes.stream()
                        .filter(route -> attempts.stream().noneMatch(attempt -> failed(route, attempt)))
                        .findFirst();
    }

    private static boolean failed(ContactRoute route, ServiceAttemptView attempt) {
        return attempt.outcome() == AttemptOutcome.FAILED
                && attempt.route().equals(route.kind().name())
                && Objects.equals(attempt.address(), route.address());
    }

    private static ServiceAttemptView view(ResultSet row) throws SQLException {
        return new ServiceAttemptView(
                Sql.id(row, "id"),
                row.getString("route"),
                row.getString("address"),
                AttemptOutcome.valueOf(row.getString("outcome")),
                Sql.time(row, "at"),
                row.getString("proof"),
                row.getString("note"),
                Actor.shown(row.getString("recorded_by_party"), row.getString("recorded_by")),
                Sql.time(row, "recorded_at"));
    }
}
