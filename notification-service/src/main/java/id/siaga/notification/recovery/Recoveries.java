// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code recovery}. One is worked on by whoever holds its row. */
@ApplicationScoped
class Recoveries {

    /** So many of an endpoint that have ended are kept. */
    static final int KEPT = 10;

    private static final String START = """
            INSERT INTO recovery (id, endpoint_id, party, kind, status, since, until, types, partner, place, requested_at)
            VALUES (?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, ?)""";

    /** Any of them: one that fails again and again is to keep no other waiting. */
    private static final String TAKE = """
            SELECT id, endpoint_id, party, kind, since, until, types, partner, place
            FROM recovery WHERE status = 'RUNNING' ORDER BY random() LIMIT 1 FOR UPDATE SKIP LOCKED""";

    private static final String FORGET = """
            DELETE FROM recovery WHERE endpoint_id = ? AND status <> 'RUNNING' AND id NOT IN (
                SELECT id FROM recovery WHERE endpoint_id = ? AND status <> 'RUNNING' ORDER BY id DESC LIMIT ?)""";

    private static final String ADVANCE = """
            UPDATE recovery SET place = ?, examined = examined + ?, queued = queued + ?, status = ?, ended_at = ?
            WHERE id = ?""";

    private static final String FIND = """
            SELECT id, endpoint_id, party, kind, since, until, types, partner, place, status, examined, queued,
                   requested_at, ended_at, (SELECT since FROM events_kept) AS kept_since
            FROM recovery r
            WHERE endpoint_id = ? AND (?::uuid IS NULL OR id = ?::uuid) ORDER BY id DESC LIMIT ?""";

    private final Database database;

    Recoveries(Database database) {
        this.database = database;
    }

    /** The one of an endpoint that runs. Under the endpoint's lock, under which it is asked for, no other begins. */
    Optional<UUID> running(UUID endpointId) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id FROM recovery WHERE endpoint_id = ? AND status = 'RUNNING'")) {
                Parameters.of(select).id(endpointId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
                }
            }
        });
    }

    void start(Recovery recovery, Instant now) {
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(START)) {
                Parameters.of(insert)
                        .id(recovery.id())
                        .id(recovery.endpointId())
                        .text(recovery.party())
                        .text(recovery.kind().name())
                        .time(recovery.since())
                        .time(recovery.until())
                        .array("text", recovery.types())
                        .flag(recovery.partner())
                        .array("text", recovery.place())
                        .time(now);
                return insert.executeUpdate();
            }
        });
    }

    /** Lets go of an endpoint's that ended, but for the last few. */
    void forget(UUID endpointId) {
        database.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
                Parameters.of(delete).id(endpointId).id(endpointId).number(KEPT);
                return delete.executeUpdate();
            }
        });
    }

    /** One that nobody works on at this moment; nobody else does until the transaction ends. */
    Optional<Recovery> take() {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(TAKE);
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(recovery(row)) : Optional.empty();
            }
        });
    }

    /** @param end null while there is more to do */
    void advance(Recovery recovery, Step step, @Nullable RecoveryStatus end, Instant now) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
                Parameters.of(update)
                        .array("text", step.place())
                        .number(step.examined())
                        .number(step.queued())
                        .text((end == null ? RecoveryStatus.RUNNING : end).name())
                        .time(end == null ? null : now)
                        .id(recovery.id());
                return update.executeUpdate();
            }
        });
    }

    Optional<RecoveryView> find(UUID endpointId, UUID id) {
        return views(endpointId, id).stream().findFirst();
    }

    List<RecoveryView> list(UUID endpointId) {
        return views(endpointId, null);
    }

    private List<RecoveryView> views(UUID endpointId, @Nullable UUID id) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIND)) {
                Parameters.of(select)
                        .id(endpointId)
                        .optionalId(id)
                        .optionalId(id)
                        .number(KEPT + 1);
                List<RecoveryView> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(view(row));
                    }
                }
                return found;
            }
        });
    }

    private static RecoveryView view(ResultSet row) throws SQLException {
        Recovery recovery = recovery(row);
        return new RecoveryView(
                recovery.id(),
                recovery.endpointId(),
                recovery.kind(),
                RecoveryStatus.valueOf(row.getString("status")),
                recovery.since(),
                recovery.until(),
                recovery.types(),
                row.getLong("examined"),
                row.getLong("queued"),
                Parameters.requiredTime(row, "requested_at"),
                Parameters.time(row, "ended_at"),
                Parameters.time(row, "kept_since"));
    }

    private static Recovery recovery(ResultSet row) throws SQLException {
        return new Recovery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getString("party"),
                RecoveryKind.valueOf(row.getString("kind")),
                Parameters.requiredTime(row, "since"),
                Parameters.requiredTime(row, "until"),
                texts(row, "types"),
                row.getBoolean("partner"),
                texts(row, "place"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
