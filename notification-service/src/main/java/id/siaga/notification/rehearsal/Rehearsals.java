// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables {@code rehearsal} and {@code rehearsal_step}. A step is played by whoever has claimed its rehearsal. */
@ApplicationScoped
class Rehearsals {

    private static final String START = """
            INSERT INTO rehearsal (id, endpoint_id, party, status, next_step, started_at, due_at)
            VALUES (?, ?, ?, 'RUNNING', 1, ?, ?) ON CONFLICT (endpoint_id) WHERE status = 'RUNNING' DO NOTHING""";

    private static final String PLAN = """
            INSERT INTO rehearsal_step (rehearsal_id, number, kind, event_id, order_id)
            SELECT ?, n.number, n.kind, n.event_id, n.order_id
            FROM unnest(?::integer[], ?::text[], ?::uuid[], ?::uuid[]) AS n (number, kind, event_id, order_id)""";

    private static final String FORGET = """
            DELETE FROM rehearsal WHERE endpoint_id = ? AND status <> 'RUNNING' AND id NOT IN (
                SELECT id FROM rehearsal WHERE endpoint_id = ? ORDER BY id DESC LIMIT ?)""";

    private static final String CLAIM = """
            UPDATE rehearsal r SET due_at = ? FROM rehearsal_step s
            WHERE r.id IN (SELECT id FROM rehearsal WHERE due_at <= ? ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
              AND s.rehearsal_id = r.id AND s.number = r.next_step
            RETURNING r.id, r.endpoint_id, r.party, s.number, s.kind, s.event_id, s.order_id, r.started_at""";

    private static final String RECORD = """
            WITH played AS (
                UPDATE rehearsal SET next_step = next_step + 1, due_at = ?, status = ?, ended_at = ?
                WHERE id = ? AND next_step = ? AND status = 'RUNNING' RETURNING id)
            UPDATE rehearsal_step s
            SET sent_at = ?, duration_ms = ?, http_status = ?, error = ?, response_excerpt = ?
            FROM played WHERE s.rehearsal_id = played.id AND s.number = ?""";

    private final Database database;

    Rehearsals(Database database) {
        this.database = database;
    }

    /** False when one of the endpoint is running. */
    boolean start(List<Step> steps, Instant now) {
        Step first = steps.getFirst();
        return database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(START)) {
                Parameters.of(insert)
                        .id(first.rehearsalId())
                        .id(first.endpointId())
                        .text(first.party())
                        .time(first.startedAt())
                        .time(now);
                if (insert.executeUpdate() == 0) {
                    return false;
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(PLAN)) {
                Parameters.of(insert)
                        .id(first.rehearsalId())
                        .array("integer", steps.stream().map(Step::number).toList())
                        .array(
                                "text",
                                steps.stream().map(step -> step.kind().name()).toList())
                        .array("uuid", steps.stream().map(Step::eventId).toList())
                        .array("uuid", steps.stream().map(Step::orderId).toList());
                insert.executeUpdate();
            }
            return true;
        });
    }

    /** Keeps the newest of an endpoint's. */
    void forget(UUID endpointId, int kept) {
        database.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
                Parameters.of(delete).id(endpointId).id(endpointId).number(kept);
                return delete.executeUpdate();
            }
        });
    }

    /** The steps that are due; nobody else gets them until the lease ends. */
    List<Step> claim(Instant now, Instant leaseEnd, int limit) {
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
                Parameters.of(update).time(leaseEnd).time(now).number(limit);
                List<Step> claimed = new ArrayList<>();
                try (ResultSet row = update.executeQuery()) {
                    while (row.next()) {
                        claimed.add(new Step(
                                row.getObject("id", UUID.class),
                                row.getObject("endpoint_id", UUID.class),
                                row.getString("party"),
                                row.getInt("number"),
                                StepKind.valueOf(row.getString("kind")),
                                row.getObject("event_id", UUID.class),
                                row.getObject("order_id", UUID.class),
                                Parameters.requiredTime(row, "started_at")));
                    }
                }
                return claimed;
            }
        });
    }

    /** Of one step that was played twice, because the first player seemed dead, the first result counts. */
    boolean record(Step step, StepResult result, @Nullable Instant nextAt, Instant now) {
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(RECORD)) {
                Parameters.of(update)
                        .time(nextAt)
                        .text((nextAt == null ? RehearsalStatus.FINISHED : RehearsalStatus.RUNNING).name())
                        .time(nextAt == null ? now : null)
                        .id(step.rehearsalId())
                        .number(step.number())
                        .time(result.sentAt())
                        .number(result.durationMillis())
                        .optionalNumber(result.httpStatus())
                        .text(result.error())
                        .text(result.excerpt())
                        .number(step.number());
                return update.executeUpdate() > 0;
            }
        });
    }

    void abort(UUID id, Instant now) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE rehearsal SET status = 'ABORTED', due_at = NULL, ended_at = ?
                    WHERE id = ? AND status = 'RUNNING'""")) {
                Parameters.of(update).time(now).id(id);
                return update.executeUpdate();
            }
        });
    }

    Optional<RehearsalView> find(UUID endpointId, UUID id) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT r.status, r.started_at, r.ended_at, s.number, s.kind, s.event_id, s.sent_at, s.duration_ms,
                           s.http_status, s.error, s.response_excerpt
                    FROM rehearsal r
                    JOIN rehearsal_step s ON s.rehearsal_id = r.id
                    WHERE r.endpoint_id = ? AND r.id = ? ORDER BY s.number""")) {
                Parameters.of(select).id(endpointId).id(id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(view(row, endpointId, id)) : Optional.empty();
                }
            }
        });
    }

    private static RehearsalView view(ResultSet row, UUID endpointId, UUID id) throws SQLException {
        RehearsalStatus status = RehearsalStatus.valueOf(row.getString("status"));
        Instant startedAt = Parameters.requiredTime(row, "started_at");
        Instant endedAt = Parameters.time(row, "ended_at");
        List<StepView> steps = new ArrayList<>();
        do {
            steps.add(StepView.of(
                    row.getInt("number"),
                    StepKind.valueOf(row.getString("kind")),
                    row.getObject("event_id", UUID.class),
                    result(row)));
        } while (row.next());
        return new RehearsalView(id, endpointId, status, startedAt, endedAt, steps);
    }

    private static @Nullable StepResult result(ResultSet row) throws SQLException {
        Instant sentAt = Parameters.time(row, "sent_at");
        return sentAt == null
                ? null
                : new StepResult(
                        sentAt,
                        row.getLong("duration_ms"),
                        row.getObject("http_status", Integer.class),
                        row.getString("error"),
                        row.getString("response_excerpt"));
    }
}
