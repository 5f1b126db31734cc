// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Which events a consumer has taken. */
@ApplicationScoped
class InboxTable {

    private final DataSource database;

    InboxTable(DataSource database) {
        this.database = database;
    }

    /**
     * Marks events as taken in the current transaction and returns those that were not before. Waits for a rival that has
     * marked one and not yet committed; sorted, so that two rivals cannot wait for each other.
     */
    Set<UUID> take(String consumer, Collection<UUID> ids) {
        Set<UUID> fresh = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO inbox (event_id, consumer) SELECT id, ? FROM unnest(?) AS ids(id) ORDER BY id"
                                + " ON CONFLICT DO NOTHING RETURNING event_id")) {
            insert.setString(1, consumer);
            insert.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet taken = insert.executeQuery()) {
                while (taken.next()) {
                    fresh.add(taken.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new OutboxUnavailable(e);
        }
        return fresh;
    }
}
