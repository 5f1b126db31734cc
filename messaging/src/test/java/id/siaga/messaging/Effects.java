// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** What events do in the tests: each leaves a row, and twice would be two rows. */
@ApplicationScoped
class Effects {

    private final DataSource database;
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    Effects(DataSource database) {
        this.database = database;
    }

    /** From now on what is about this subject cannot be read, until that is mended. */
    void breakFor(String subject) {
        unreadable.add(subject);
    }

    void mendFor(String subject) {
        unreadable.remove(subject);
    }

    void add(IncomingEvent event) {
        if (unreadable.contains(event.subject())) {
            throw new UnreadableEvent("what it says cannot be read yet");
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO effect (event_id, subject, sequence) VALUES (?, ?, ?)")) {
            insert.setObject(1, event.id());
            insert.setString(2, event.subject());
            insert.setLong(3, event.sequence());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sequences that took effect on the subject, in that order. */
    List<Long> on(String subject) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT sequence FROM effect WHERE subject = ? ORDER BY number")) {
            query.setString(1, subject);
            List<Long> sequences = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    sequences.add(result.getLong(1));
                }
            }
            return sequences;
        }
    }
}
