// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

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
