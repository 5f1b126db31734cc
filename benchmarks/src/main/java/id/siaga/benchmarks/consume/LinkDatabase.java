// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.consume;

import id.siaga.localstack.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.UUID;

/** triage's database, seen by its owner, who can make its consumer wait and sees what is linked. */
final class LinkDatabase implements AutoCloseable {

    private final Connection holder;
    private final Connection connection;

    private LinkDatabase(Connection holder, Connection connection) {
        this.holder = holder;
        this.connection = connection;
    }

    static LinkDatabase of(Endpoints.Database database) throws SQLException {
        Connection holder = DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
        holder.setAutoCommit(false);
        return new LinkDatabase(
                holder, DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword()));
    }

    /** No event is taken until {@link #let()}: marking it as taken is the first that is done with it. */
    void hold() throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute("lock table inbox in access exclusive mode");
        }
    }

    void let() throws SQLException {
        holder.commit();
    }

    /** Whether all these items are linked. */
    boolean hasAll(Collection<UUID> items) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select count(*) from reported_item where item_id = any (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", items.toArray()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1) == items.size();
            }
        }
    }

    /** How many events wait for the relay. */
    long untold() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        holder.close();
        connection.close();
    }
}
