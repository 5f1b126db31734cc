// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

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
        run(connection -> {
            try (Statement set = connection.createStatement()) {
                return set.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off;"
                        + " SET LOCAL enable_sort = off");
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
