// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The rows of content_alias, in the current transaction. */
@ApplicationScoped
class AliasTable {

    private final DataSource database;

    AliasTable(DataSource database) {
        this.database = database;
    }

    /** The representatives of those keys that have one. */
    Map<String, String> representatives(Collection<String> keys) {
        Map<String, String> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT key, representative FROM content_alias WHERE key = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("text", Set.copyOf(keys).toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new AliasesUnavailable(e);
        }
        return found;
    }

    /** Lets nobody else write until the transaction ends; aliases are few, so that one lock is enough. */
    void lock() {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(
                        "SELECT pg_advisory_xact_lock(hashtextextended('siaga.content-alias', 0))")) {
            lock.execute();
        } catch (SQLException e) {
            throw new AliasesUnavailable(e);
        }
    }

    /** Lets one representative, and all that it stood for, be represented by another. */
    void point(String from, String to, AliasSource source, Instant recordedAt) {
        try (Connection connection = database.getConnection();
                PreparedStatement follow = connection.prepareStatement(
                        "UPDATE content_alias SET representative = ? WHERE representative = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO content_alias (key, representative, source, recorded_at) VALUES (?, ?, ?, ?)")) {
            follow.setString(1, to);
            follow.setString(2, from);
            follow.executeUpdate();
            insert.setString(1, from);
            insert.setString(2, to);
            insert.setString(3, source.name());
            insert.setTimestamp(4, Timestamp.from(recordedAt));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AliasesUnavailable(e);
        }
    }
}
