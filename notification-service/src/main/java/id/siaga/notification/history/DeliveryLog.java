// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import id.siaga.notification.delivery.DeliveryStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Projections of what became of deliveries; ids carry their time, so pages follow the keys. */
@ApplicationScoped
class DeliveryLog {

    private static final String ATTEMPTS = """
            SELECT a.id, a.delivery_id, d.event_id, d.event_type, d.subject, a.number, a.started_at, a.duration_ms,
                   a.status, a.http_status, a.error, a.response_excerpt
            FROM attempt a JOIN delivery d ON d.id = a.delivery_id
            WHERE a.endpoint_id = ? AND (?::uuid IS NULL OR a.id < ?::uuid)
            ORDER BY a.id DESC LIMIT ?""";

    private static final String DELIVERIES = """
            SELECT d.id, d.endpoint_id, d.party, d.event_id, d.event_type, d.subject, d.status, d.attempts, d.last_error,
                   CASE WHEN d.status = 'PENDING' AND l.lease IS NULL THEN l.due_at END AS next_attempt_at,
                   d.created_at, d.resumed_at, d.finished_at, d.fallback_id, d.fallback_of
            FROM delivery d LEFT JOIN lane l ON l.endpoint_id = d.endpoint_id AND l.subject = d.lane
            """;

    private static final String OF_ENDPOINT = DELIVERIES + """
            WHERE d.endpoint_id = ? AND (?::text IS NULL OR d.status = ?::text) AND (?::uuid IS NULL OR d.id < ?::uuid)
            ORDER BY d.id DESC LIMIT ?""";

    private static final String ONE = DELIVERIES + "WHERE d.endpoint_id = ? AND d.id = ?";

    /** The statuses stand there once more, so that the planner sees that the index has all that is asked for. */
    private static final String UNDELIVERED = DELIVERIES + """
            WHERE d.status = ? AND d.status IN ('ABANDONED', 'CANCELLED') AND (?::text IS NULL OR d.party = ?::text)
              AND (?::uuid IS NULL OR d.id < ?::uuid)
            ORDER BY d.id DESC LIMIT ?""";

    private final Database database;

    DeliveryLog(Database database) {
        this.database = database;
    }

    List<AttemptView> attempts(UUID endpointId, @Nullable UUID before, int limit) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ATTEMPTS)) {
                Parameters.of(select)
                        .id(endpointId)
                        .optionalId(before)
                        .optionalId(before)
                        .number(limit);
                List<AttemptView> attempts = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        attempts.add(attempt(row));
                    }
                }
                return attempts;
            }
        });
    }

    List<DeliveryView> deliveries(UUID endpointId, @Nullable DeliveryStatus status, @Nullable UUID before, int limit) {
        String wanted = status == null ? null : status.name();
        return deliveries(OF_ENDPOINT, parameters -> parameters
                .id(endpointId)
                .text(wanted)
                .text(wanted)
                .optionalId(before)
                .optionalId(before)
                .number(limit));
    }

    Optional<DeliveryView> delivery(UUID endpointId, UUID id) {
        return deliveries(ONE, parameters -> parameters.id(endpointId).id(id)).stream()
                .findFirst();
    }

    /** @param party whose, or null for everybody's */
    List<DeliveryView> undelivered(UndeliveredStatus status, @Nullable String party, @Nullable UUID before, int limit) {
        return deliveries(UNDELIVERED, parameters -> parameters
                .text(status.name())
                .text(party)
                .text(party)
                .optionalId(before)
                .optionalId(before)
                .number(limit));
    }

    /** Binds what is asked for. */
    private interface Question {
        Parameters about(Parameters parameters) throws SQLException;
    }

    private List<DeliveryView> deliveries(String sql, Question question) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                question.about(Parameters.of(select));
                List<DeliveryView> deliveries = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        deliveries.add(delivery(row));
                    }
                }
                return deliveries;
            }
        });
    }

    private static AttemptView attempt(ResultSet row) throws SQLException {
        return new AttemptView(
                row.getObject("id", UUID.class),
                row.getObject("delivery_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getString("subject"),
                row.getInt("number"),
                Parameters.requiredTime(row, "started_at"),
                row.getLong("duration_ms"),
                AttemptStatus.valueOf(row.getString("status")),
                row.getObject("http_status", Integer.class),
                row.getString("error"),
                row.getString("response_excerpt"));
    }

    private static DeliveryView delivery(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getString("party"),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getString("subject"),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getString("last_error"),
                Parameters.time(row, "next_attempt_at"),
                Parameters.requiredTime(row, "created_at"),
                Parameters.time(row, "resumed_at"),
                Parameters.time(row, "finished_at"),
                row.getObject("fallback_id", UUID.class),
                row.getObject("fallback_of", UUID.class));
    }
}
