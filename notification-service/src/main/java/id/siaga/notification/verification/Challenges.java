// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

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

/** The table {@code endpoint_challenge}: the last challenge of each endpoint. */
@ApplicationScoped
class Challenges {

    private static final String ASK = """
            INSERT INTO endpoint_challenge (endpoint_id, id, url, challenge, status, requested_at, due_at)
            VALUES (?, ?, ?, ?, 'PENDING', ?, ?)
            ON CONFLICT (endpoint_id) DO UPDATE
            SET id = excluded.id, url = excluded.url, challenge = excluded.challenge, status = 'PENDING', attempts = 0,
                requested_at = excluded.requested_at, due_at = excluded.due_at, last_tried_at = NULL,
                last_http_status = NULL, last_error = NULL""";

    private static final String CLAIM = """
            UPDATE endpoint_challenge SET due_at = ?, attempts = attempts + 1, last_tried_at = ?
            WHERE endpoint_id IN (SELECT endpoint_id FROM endpoint_challenge WHERE due_at <= ? ORDER BY due_at LIMIT ?
                                  FOR UPDATE SKIP LOCKED)
            RETURNING id, endpoint_id, url, challenge, attempts, requested_at""";

    private static final String FIND = """
            SELECT endpoint_id, url, status, attempts, requested_at, last_tried_at, last_http_status, last_error, due_at
            FROM endpoint_challenge WHERE endpoint_id = ?""";

    private final Database database;

    Challenges(Database database) {
        this.database = database;
    }

    void ask(Challenge challenge) {
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ASK)) {
                Parameters.of(insert)
                        .id(challenge.endpointId())
                        .id(challenge.id())
                        .text(challenge.url())
                        .text(challenge.text())
                        .time(challenge.requestedAt())
                        .time(challenge.requestedAt());
                return insert.executeUpdate();
            }
        });
    }

    /** Those that are due; nobody else gets them until the lease ends. */
    List<Challenge> claim(Instant now, Instant leaseEnd, int limit) {
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
                Parameters.of(update).time(leaseEnd).time(now).time(now).number(limit);
                List<Challenge> claimed = new ArrayList<>();
                try (ResultSet row = update.executeQuery()) {
                    while (row.next()) {
                        claimed.add(new Challenge(
                                row.getObject("id", UUID.class),
                                row.getObject("endpoint_id", UUID.class),
                                row.getString("url"),
                                row.getString("challenge"),
                                row.getInt("attempts"),
                                Parameters.requiredTime(row, "requested_at")));
                    }
                }
                return claimed;
            }
        });
    }

    void passed(Challenge challenge, int httpStatus) {
        record(challenge, VerificationStatus.PASSED, httpStatus, null, null);
    }

    /** @param nextTryAt null when there is none */
    void failed(Challenge challenge, @Nullable Integer httpStatus, String error, @Nullable Instant nextTryAt) {
        VerificationStatus status = nextTryAt == null ? VerificationStatus.FAILED : VerificationStatus.PENDING;
        record(challenge, status, httpStatus, error, nextTryAt);
    }

    /** One that was asked for anew meanwhile is another one, which this try says nothing of. */
    private void record(
            Challenge challenge,
            VerificationStatus status,
            @Nullable Integer httpStatus,
            @Nullable String error,
            @Nullable Instant dueAt) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE endpoint_challenge SET status = ?, last_http_status = ?, last_error = ?, due_at = ?
                    WHERE endpoint_id = ? AND id = ?""")) {
                Parameters.of(update)
                        .text(status.name())
                        .optionalNumber(httpStatus)
                        .text(error)
                        .time(dueAt)
                        .id(challenge.endpointId())
                        .id(challenge.id());
                return update.executeUpdate();
            }
        });
    }

    Optional<VerificationView> find(UUID endpointId) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIND)) {
                Parameters.of(select).id(endpointId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(view(row)) : Optional.empty();
                }
            }
        });
    }

    private static VerificationView view(ResultSet row) throws SQLException {
        return new VerificationView(
                row.getObject("endpoint_id", UUID.class),
                row.getString("url"),
                VerificationStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                Parameters.requiredTime(row, "requested_at"),
                Parameters.time(row, "last_tried_at"),
                row.getObject("last_http_status", Integer.class),
                row.getString("last_error"),
                Parameters.time(row, "due_at"));
    }
}
