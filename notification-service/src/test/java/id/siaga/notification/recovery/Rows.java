// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables, for what no answer shows and for time that no test can wait for. */
@ApplicationScoped
class Rows {

    /** Neither has the one without the other, at any moment. */
    private static final String ASTRAY = """
            SELECT 'delivery ' || d.id FROM delivery d WHERE d.status = 'PENDING' AND NOT EXISTS (
                SELECT 1 FROM lane l WHERE l.endpoint_id = d.endpoint_id AND l.subject = d.lane)
            UNION ALL
            SELECT 'lane ' || l.endpoint_id || ' ' || l.subject FROM lane l WHERE NOT EXISTS (
                SELECT 1 FROM delivery d WHERE d.endpoint_id = l.endpoint_id AND d.lane = l.subject
                    AND d.status = 'PENDING')""";

    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    Connection connection() throws SQLException {
        return database.getConnection();
    }

    int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, values);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> texts(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            List<String> texts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deliveries that wait without a lane, and lanes without a delivery that waits. */
    List<String> astray() {
        return texts(ASTRAY);
    }

    /** How many delivery events there are about what is delivered of a subject. */
    int told(String subject) {
        return texts("SELECT last FROM delivery_sequence WHERE subject = ?", subject).stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
