// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.messaging.Uuid7;
import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import id.siaga.notification.delivery.DeliveryOutcome.Failed;
import id.siaga.notification.delivery.DeliveryOutcome.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How attempts went, many in a statement: the log, and what has become of their deliveries. */
@ApplicationScoped
class Outcomes {

    private static final String LOG = """
            INSERT INTO attempt (id, delivery_id, endpoint_id, number, started_at, duration_ms, status, http_status, error,
                                 response_excerpt)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::integer[], ?::timestamptz[], ?::integer[], ?::text[],
                                 ?::integer[], ?::text[], ?::text[])""";

    /** What has ended already stays as it is. Not asked for by its status, or all that waits might be read for it. */
    private static final String STORE = """
            UPDATE delivery d SET status = n.status, attempts = n.attempts, last_error = n.error,
                   finished_at = CASE WHEN n.status <> 'PENDING' THEN n.at END,
                   failing_at = CASE WHEN n.status = 'PENDING' THEN d.failing_at END
            FROM unnest(?::uuid[], ?::text[], ?::integer[], ?::text[], ?::timestamptz[]) AS n (id, status, attempts, error, at)
            WHERE d.id = n.id AND d.finished_at IS NULL""";

    private final Database database;

    Outcomes(Database database) {
        this.database = database;
    }

    void log(List<Attempted> attempts) {
        List<DeliveryOutcome> outcomes =
                attempts.stream().map(Attempted::outcome).toList();
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(LOG)) {
                Parameters.of(insert)
                        .array(
                                "uuid",
                                outcomes.stream()
                                        .map(outcome -> Uuid7.at(outcome.startedAt()))
                                        .toList())
                        .array(
                                "uuid",
                                attempts.stream().map(a -> a.delivery().id()).toList())
                        .array(
                                "uuid",
                                attempts.stream()
                                        .map(a -> a.delivery().endpointId())
                                        .toList())
                        .array(
                                "integer",
                                attempts.stream().map(Attempted::number).toList())
                        .times(outcomes.stream().map(DeliveryOutcome::startedAt))
                        .array(
                                "integer",
                                outcomes.stream()
                                        .map(outcome -> outcome.duration().toMillis())
                                        .toList())
                        .array("text", outcomes.stream().map(Outcomes::status).toList())
                        .array(
                                "integer",
                                outcomes.stream().map(Outcomes::httpStatus).toList())
                        .array("text", outcomes.stream().map(Outcomes::error).toList())
                        .array("text", outcomes.stream().map(Outcomes::excerpt).toList());
                return insert.executeUpdate();
            }
        });
    }

    void store(List<Settled> settled) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(STORE)) {
                Parameters.of(update)
                        .array(
                                "uuid",
                                settled.stream().map(s -> s.delivery().id()).toList())
                        .array(
                                "text",
                                settled.stream().map(s -> s.status().name()).toList())
                        .array(
                                "integer",
                                settled.stream().map(Settled::attempts).toList())
                        .array("text", settled.stream().map(Settled::error).toList())
                        .times(settled.stream().map(Settled::at));
                return update.executeUpdate();
            }
        });
    }

    private static String status(DeliveryOutcome outcome) {
        return switch (outcome) {
            case Received received -> "SUCCEEDED";
            case Failed failed -> "FAILED";
        };
    }

    private static @Nullable Integer httpStatus(DeliveryOutcome outcome) {
        return switch (outcome) {
            case Received received -> received.httpStatus();
            case Failed failed -> failed.httpStatus();
        };
    }

    private static @Nullable String error(DeliveryOutcome outcome) {
        return switch (outcome) {
            case Received received -> null;
            case Failed failed -> failed.error();
        };
    }

    private static @Nullable String excerpt(DeliveryOutcome outcome) {
        return switch (outcome) {
            case Received received -> received.excerpt();
            case Failed failed -> failed.excerpt();
        };
    }
}
