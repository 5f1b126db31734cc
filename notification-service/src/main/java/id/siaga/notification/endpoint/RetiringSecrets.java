// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.messaging.Uuid7;
import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.UUID;

/** The table {@code retiring_secret}; ids carry their time, so the newest is the last. */
@ApplicationScoped
class RetiringSecrets {

    /** How many old ones sign along at most: each makes the header longer. */
    private static final int MOST = 3;

    private static final String DROP = """
            DELETE FROM retiring_secret
            WHERE endpoint_id = ? AND (retires_at <= ? OR id NOT IN (
                SELECT id FROM retiring_secret WHERE endpoint_id = ? ORDER BY id DESC LIMIT ?))""";

    private final Database database;

    RetiringSecrets(Database database) {
        this.database = database;
    }

    /** Lets the old one sign along until then, and those before it no longer than that. */
    void add(UUID endpointId, byte[] sealed, Instant now, Instant retiresAt) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE retiring_secret SET retires_at = least(retires_at, ?) WHERE endpoint_id = ?")) {
                Parameters.of(update).time(retiresAt).id(endpointId);
                update.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO retiring_secret (id, endpoint_id, sealed_secret, retires_at) VALUES (?, ?, ?, ?)")) {
                Parameters.of(insert)
                        .id(Uuid7.at(now))
                        .id(endpointId)
                        .bytes(sealed)
                        .time(retiresAt);
                insert.executeUpdate();
            }
            try (PreparedStatement delete = connection.prepareStatement(DROP)) {
                Parameters.of(delete).id(endpointId).time(now).id(endpointId).number(MOST);
                return delete.executeUpdate();
            }
        });
    }

    /** Has those of an endpoint sealed anew; whoever calls holds its row. */
    void reseal(UUID endpointId, Resealing resealing) {
        database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT id, sealed_secret FROM retiring_secret WHERE endpoint_id = ?");
                    PreparedStatement update =
                            connection.prepareStatement("UPDATE retiring_secret SET sealed_secret = ? WHERE id = ?")) {
                Parameters.of(select).id(endpointId);
                ResultSet rows = select.executeQuery();
                while (rows.next()) {
                    Parameters.of(update)
                            .bytes(resealing.anew(rows.getBytes(2), SecretContext.of(endpointId)))
                            .id(rows.getObject(1, UUID.class));
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    void forget(UUID endpointId) {
        database.run(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM retiring_secret WHERE endpoint_id = ?")) {
                Parameters.of(delete).id(endpointId);
                return delete.executeUpdate();
            }
        });
    }
}
