// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Runs statements on the current transaction's connection. */
@ApplicationScoped
public class Database {

    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    /** Statements that may fail as JDBC fails. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Has the rest of the transaction find its rows by index. Statements on queues are planned when little may wait, and the
     * plan is kept until much does: reading and sorting all of an empty table is cheap until it is not empty. A bitmap of an index
     * passes dead rows again and again, of which a plain walk along it leaves a mark.
     */
    public void findByIndex() {
        findByIndex(Map.of());
    }

    /**
     * As above, on the same way to the database.
     *
     * @param besides what else is set for the rest of the transaction
     */
    public void findByIndex(Map<String, String> besides) {
        Map<String, String> settings = new TreeMap<>(besides);
        settings.put("enable_seqscan", "off");
        settings.put("enable_bitmapscan", "off");
        settings.put("enable_sort", "off");
        run(connection -> {
            try (PreparedStatement set = connection.prepareStatement(
                    "SELECT set_config(name, value, true) FROM unnest(?::text[], ?::text[]) AS s (name, value)")) {
                Parameters.of(set).array("text", settings.keySet()).array("text", settings.values());
                return set.execute();
            }
        });
    }

    /**
     * Does the work.
     *
     * @throws StatementFailed when the database refuses or is away; the transaction is lost then
     */
    public <T> T run(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw new StatementFailed(failure);
        }
    }
}
