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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Projections of what became of one endpoint's deliveries; ids carry their time, so pages follow the keys. */
@ApplicationScoped
class DeliveryLog {

    private static final String ATTEMPTS = """
            SELECT a.id, a.delivery_id, d.event_id, d.event_type, d.subject, a.number, a.started_at, a.duration_ms,
                   a.status, a.http_status, a.error, a.response_excerpt
            FROM attempt a JOIN delivery d ON d.id = a.delivery_id
            WHERE a.endpoint_id = ? AND (?::uuid IS NULL OR a.id < ?::uuid)
            ORDER BY a.id DESC LIMIT ?""";

    private static final String DELIVERIES = """
            SELECT d.id, d.event_id, d.event_type, d.subject, d.status, d.attempts, d.created_at, d.finished_at,
                   CASE WHEN d.status = 'PENDING' AND l.lease IS NULL THEN l.due_at END AS next_attempt_at
            FROM delivery d LEFT JOIN lane l ON l.endpoint_id = d.endpoint_id AND l.subject = d.subject
            WHERE d.endpoint_id = ? AND (?::text IS NULL OR d.status = ?::text) AND (?::uuid IS NULL OR d.id < ?::uuid)
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
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DELIVERIES)) {
                Parameters.of(select)
                        .id(endpointId)
                        .text(wanted)
                        .text(wanted)
                        .optionalId(before)
                        .optionalId(before)
                        .number(limit);
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
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getString("subject"),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                Parameters.time(row, "next_attempt_at"),
                Parameters.requiredTime(row, "created_at"),
                Parameters.time(row, "finished_at"));
    }
}
