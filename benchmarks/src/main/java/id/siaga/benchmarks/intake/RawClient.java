// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes the rows of one report after the other on one connection, with statements that it has prepared once. */
final class RawClient implements AutoCloseable {

    private final Connection connection;
    private final List<WrittenRow> rows;
    private final String mark;
    private final List<PreparedStatement> inserts = new ArrayList<>();

    RawClient(Connection connection, List<WrittenRow> rows, String mark) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        this.mark = mark;
        for (WrittenRow row : rows) {
            inserts.add(connection.prepareStatement(row.insert()));
        }
    }

    /** Writes the rows of one more report, durably. */
    void write() throws SQLException {
        Fresh fresh = new Fresh(mark, SampleReport.mark());
        for (int i = 0; i < inserts.size(); i++) {
            PreparedStatement insert = inserts.get(i);
            bind(insert, rows.get(i), fresh);
            insert.executeUpdate();
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private void bind(PreparedStatement insert, WrittenRow row, Fresh fresh) throws SQLException {
        for (int i = 0; i < row.values().size(); i++) {
            Object value = row.values().get(i);
            if (value instanceof ArrayValue array) {
                insert.setArray(i + 1, array.on(connection));
            } else {
                insert.setObject(i + 1, fresh.of(value));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
