// SPDX-License-Identifier: Apache-2.0
package id.siaga.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements over sets of rows on the connection of the current transaction. */
@ApplicationScoped
public class Sql {

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The rows of a query, or those that an {@code insert ... returning} gives back. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new SqlFault(e);
        }
    }

    /** How many rows the statement changed. */
    public int update(String sql, @Nullable Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFault(e);
        }
    }

    /** One statement for many rows, in one round trip. */
    public void batch(String sql, Collection<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(connection, statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new SqlFault(e);
        }
    }

    /** The values of one row of a batch. */
    public static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    /** The time in a column that is never null. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, java.time.OffsetDateTime.class).toInstant();
    }

    /** The time in a column, if any. */
    public static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        java.time.OffsetDateTime time = row.getObject(column, java.time.OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            statement.setObject(
                    i + 1,
                    switch (argument) {
                        case null -> null;
                        case Instant time -> time.atOffset(ZoneOffset.UTC);
                        case Enum<?> code -> code.name();
                        case UUID[] ids -> connection.createArrayOf("uuid", ids);
                        case String[] texts -> connection.createArrayOf("text", texts);
                        case Integer[] numbers -> connection.createArrayOf("int4", numbers);
                        case Long[] numbers -> connection.createArrayOf("int8", numbers);
                        case byte[][] octets -> connection.createArrayOf("bytea", octets);
                        case Boolean[] truths -> connection.createArrayOf("bool", truths);
                        default -> argument;
                    });
        }
    }
}
