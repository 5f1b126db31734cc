// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tables, as the application may use them, and as their owner may, for time that no test can wait for. */
@ApplicationScoped
class Tables {

    private final AgroalDataSource database;
    private final String url;
    private final String owner;
    private final String password;

    Tables(
            AgroalDataSource database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.database = database;
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    Connection connection() throws SQLException {
        return database.getConnection();
    }

    int update(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement update = connection.createStatement()) {
            return update.executeUpdate(statement);
        }
    }

    List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    int asOwner(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement update = connection.createStatement()) {
            return update.executeUpdate(statement);
        }
    }

    /** The partitions of a table, without the default one. */
    List<String> partitions(String table) {
        return texts("SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = '"
                + table + "'::regclass AND c.relname <> '" + table + "_default' ORDER BY 1");
    }

    /** Makes those of a month that is over, which ends on this day (YYYYMMDD). */
    void makeMonth(String end) throws SQLException {
        for (String table : List.of("event", "feed_entry")) {
            asOwner("CREATE TABLE " + table + "_" + end + " PARTITION OF " + table + " FOR VALUES FROM (uuid7_floor("
                    + "utc_month('" + end + " 00:00Z', -1))) TO (uuid7_floor('" + end + " 00:00Z'))");
        }
    }

    /** As if they had been taken when they happened. */
    void takenThen(String... events) throws SQLException {
        for (String event : events) {
            asOwner("UPDATE event SET taken_at = uuid_extract_timestamp(id) WHERE id = '" + event + "'");
            asOwner("UPDATE feed_entry SET taken_at = uuid_extract_timestamp(event_id) WHERE event_id = '" + event
                    + "'");
        }
    }

    boolean has(String event) {
        return !texts("SELECT id::text FROM event WHERE id = '" + event + "'").isEmpty();
    }
}
