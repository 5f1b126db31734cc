// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import id.siaga.localstack.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A service's database, as its owner reads and fills it. */
public record OwnedDatabase(Connection connection) implements AutoCloseable {

    public static OwnedDatabase open(Endpoints.Database database) throws SQLException {
        return new OwnedDatabase(
                DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword()));
    }

    public long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    public List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
